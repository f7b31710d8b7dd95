using System.Collections.Immutable;
using System.Text.Json.Nodes;
using QualityKit.Forms;

namespace QualityKit.Exchange.Sdc;

/// <summary>Writes the items of a FHIR questionnaire.</summary>
internal sealed class SdcItemWriter(EvaluationForm form, SdcLinkIds ids)
{
    // A published form has at most 20 levels of groups, so this cannot exhaust the stack.
    public JsonObject Write(FormItem item, SourceObject source)
    {
        source.Take("type");
        source.Take("visibleWhen");
        var written = new JsonObject { ["linkId"] = ids.Written(item, source) };
        switch (item)
        {
            case Group group:
                Group(written, group, source);
                break;
            case Question question:
                new SdcQuestionWriter(written, source).Write(question);
                Help(written, question, source);
                break;
        }

        new SdcEnableWriter(form, ids).Write(written, item, source);
        return written;
    }

    private void Group(JsonObject written, Group group, SourceObject source)
    {
        source.Take("title");
        written.Write("text", group.Title);
        written["type"] = "group";
        ImmutableArray<SourceObject> sources = source.Objects("items");
        written["item"] = new JsonArray([.. group.Items.Select((inner, position) => Write(inner, sources[position]))]);
    }

    private static void Help(JsonObject written, Question question, SourceObject source)
    {
        if (question is InformationBlock || question.Help is not { } help)
        {
            return;
        }

        source.Take("help");
        var text = new JsonObject { ["linkId"] = written["linkId"]!.GetValue<string>() + SdcFormat.HelpSuffix, ["type"] = "display" };
        text.Write("text", help);
        text.Extend(SdcJson.Extension(
            SdcFormat.ItemControl,
            "valueCodeableConcept",
            new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = SdcFormat.ItemControlSystem, ["code"] = "help" }) }));
        written["item"] = new JsonArray(text);
    }
}
