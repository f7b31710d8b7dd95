using System.Text.Json;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange;

/// <summary>Finds members of one name in one object, anywhere in a document.</summary>
internal static class DuplicateMembers
{
    // A document has at most 128 levels here, so this cannot exhaust the stack.
    public static void Report(JsonElement json, Place place)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            int position = 0;
            foreach (JsonElement element in json.EnumerateArray())
            {
                Report(element, place.Element(position));
                position++;
            }
        }
        else if (json.ValueKind == JsonValueKind.Object)
        {
            ReportMembers(json, place);
        }
    }

    private static void ReportMembers(JsonElement json, Place place)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty member in json.EnumerateObject())
        {
            Place at = place.Member(member.Name);
            if (!seen.Add(member.Name))
            {
                at.Report(IssueCodes.JsonDuplicateMember, ("member", Quoted.Short(member.Name)));
            }

            Report(member.Value, at);
        }
    }
}
