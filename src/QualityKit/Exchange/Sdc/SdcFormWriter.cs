using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Exchange.Sdc;

/// <summary>Writes a form as a FHIR questionnaire.</summary>
internal sealed class SdcFormWriter(EvaluationForm form, SourceObject source)
{
    public JsonObject Write()
    {
        MethodDifferences.Report(source, form.Method, SdcFormat.Method, Settled());
        source.Take("key");
        source.Take("version");
        source.Take("name");
        source.Take("language");
        source.Take("description");
        var written = new JsonObject { ["resourceType"] = SdcFormat.ResourceType, ["language"] = form.Language };
        Address(written);
        written["version"] = form.Version.ToString(CultureInfo.InvariantCulture);
        written["name"] = form.Key;
        written.Write("title", form.Name);
        written["status"] = "draft";
        if (form.Description is { } description)
        {
            written.Write("description", description);
        }

        var ids = new SdcLinkIds(form);
        ImmutableArray<SourceObject> sources = source.Objects("groups");
        written["item"] = new JsonArray([.. form.Groups.Select((group, position) => new SdcItemWriter(form, ids).Write(group, sources[position]))]);
        return written;
    }

    // Under a sum the value of a question is its points whatever the method says, and both rules leave what is N/A out.
    private string[] Settled() =>
        form.Method.Combination.Kind == CombinationKind.Sum && form.Method.NotApplicable is NotApplicableRule.LeavesForm or NotApplicableRule.StaysInGroup
            ? ["value", "notApplicable"]
            : [];

    private void Address(JsonObject written)
    {
        ImmutableArray<SourceObject> links = source.Objects("links");
        for (int position = 0; position < form.Links.Length; position++)
        {
            if (form.Links[position].Title.Equals(LocalizedText.From(SdcFormat.AddressTitle)) && !written.ContainsKey("url"))
            {
                links[position].Take("title");
                links[position].Take("target");
                written["url"] = form.Links[position].Target;
            }
        }
    }
}
