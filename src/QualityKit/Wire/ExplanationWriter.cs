using System.Globalization;
using System.Text.Json;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>Writes <c>qualitykit.explanation/1</c>.</summary>
internal static class ExplanationWriter
{
    public static void Write(Utf8JsonWriter writer, ScoreExplanation explanation)
    {
        writer.WriteStartObject();
        writer.WriteString("format", "qualitykit.explanation/1");
        writer.WriteString("language", explanation.Language);
        writer.WritePropertyName("root");
        Write(writer, explanation.Root);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ExplanationNode node)
    {
        writer.WriteStartObject();
        writer.WriteString("code", node.Code);
        writer.WriteString("subject", node.Subject);
        writer.WriteString("amount", node.Amount?.Value.ToString());
        writer.WriteString("text", node.Text);
        writer.WriteStartObject("arguments");
        foreach (MessageArgument argument in node.Arguments)
        {
            writer.WriteString(argument.Name, Exact(argument.Value));
        }

        writer.WriteEndObject();
        writer.WriteStartArray("children");
        foreach (ExplanationNode child in node.Children)
        {
            Write(writer, child);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Exact(object value) => value switch
    {
        Score score => score.Value.ToString(),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
