using System.Text.Json;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>How many questions and groups a document holds, counted before anything is built from it.</summary>
internal sealed class FormSize
{
    /// <summary>The most questions and information blocks of a form.</summary>
    public const int MostQuestions = FormOutline.MaximumQuestions;

    /// <summary>The most groups of a form.</summary>
    public const int MostGroups = FormOutline.MaximumGroups;

    private int _questions;
    private int _groups;

    /// <summary>Reports a form that is too large.</summary>
    public static void Check(JsonElement form, Place root)
    {
        var size = new FormSize();
        size.CountIn(form, "groups");
        if (size._questions > MostQuestions)
        {
            root.Report(IssueCodes.JsonTooManyQuestions, ("count", size._questions), ("limit", MostQuestions));
        }

        if (size._groups > MostGroups)
        {
            root.Report(IssueCodes.JsonTooManyGroups, ("count", size._groups), ("limit", MostGroups));
        }
    }

    // A document has at most 128 levels here, so this cannot exhaust the stack.
    private void CountIn(JsonElement owner, string member)
    {
        if (owner.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty property in owner.EnumerateObject())
        {
            if (property.NameEquals(member) && property.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement item in property.Value.EnumerateArray())
                {
                    Count(item, isGroup: member == "groups");
                }
            }
        }
    }

    private void Count(JsonElement item, bool isGroup)
    {
        if (isGroup || (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("items", out _)))
        {
            _groups++;
            CountIn(item, "items");
        }
        else
        {
            _questions++;
        }
    }
}
