using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Canonical;
using QualityKit.Forms;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange;

/// <summary>Turns a form into the document of another product: what every format has in common.</summary>
/// <remarks>The canonical JSON of the form is walked beside the form itself: what the writer of a format does not ask for becomes a loss.</remarks>
internal static class ExportRun
{
    public static FormExport Of(EvaluationForm form, string target, Func<SourceObject, JsonObject> write)
    {
        using JsonDocument document = JsonDocument.Parse(form.CanonicalBytes.AsMemory(), new JsonDocumentOptions { MaxDepth = CanonicalWriter.MaximumDepth });
        var losses = new LossReport(target, IssueCodes.MemberLeftOut);
        var source = new SourceObject(document.RootElement, Place.Root(new ReadIssues()), losses);
        source.Take("format");
        JsonObject written = write(source);
        var writer = new CanonicalWriter();
        Write(writer, written);
        return new() { Utf8 = [.. writer.ToArray()], Losses = losses.Close() };
    }

    private static void Write(CanonicalWriter writer, JsonNode node)
    {
        switch (node)
        {
            case JsonObject members:
                writer.BeginObject();
                foreach ((string name, JsonNode? value) in members)
                {
                    writer.Name(name);
                    Write(writer, value!);
                }

                writer.EndObject();
                break;
            case JsonArray elements:
                writer.BeginArray();
                foreach (JsonNode? element in elements)
                {
                    Write(writer, element!);
                }

                writer.EndArray();
                break;
            default:
                Write(writer, node.AsValue());
                break;
        }
    }

    private static void Write(CanonicalWriter writer, JsonValue value)
    {
        if (value.TryGetValue(out string? text))
        {
            writer.Value(text);
        }
        else if (value.TryGetValue(out bool flag))
        {
            writer.Value(flag);
        }
        else
        {
            writer.Value(value.TryGetValue(out int whole) ? whole : value.GetValue<decimal>());
        }
    }
}
