using System.Buffers;
using System.Text.Json;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>Writes where filling in a form stands as JSON, for front ends in any language (docs/form-format.md).</summary>
public static class FormProgressJson
{
    /// <summary>The progress as <c>qualitykit.progress/1</c>, UTF-8.</summary>
    /// <param name="progress">What <see cref="FormRunner.Run"/> gave.</param>
    /// <param name="catalogue">The words of issues and explanation; English when null.</param>
    public static byte[] Write(FormProgress progress, MessageCatalogue? catalogue = null)
    {
        ArgumentNullException.ThrowIfNull(progress);
        MessageCatalogue words = catalogue ?? MessageCatalogue.English;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, progress, words);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, FormProgress progress, MessageCatalogue words)
    {
        writer.WriteStartObject();
        writer.WriteString("format", "qualitykit.progress/1");
        writer.WriteBoolean("canSubmit", progress.CanSubmit);
        WriteKeys(writer, "groups", progress.VisibleGroups.Select(group => group.Key));
        WriteKeys(writer, "questions", progress.VisibleQuestions.Select(question => question.Key));
        writer.WriteStartArray("issues");
        foreach (Issue issue in progress.Issues)
        {
            writer.WriteStartObject();
            writer.WriteString("code", issue.Code);
            writer.WriteString("pointer", issue.Pointer);
            writer.WriteString("message", words.Format(issue));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePropertyName("score");
        new ScorecardWriter(writer).Write(progress.Score);
        writer.WritePropertyName("explanation");
        ExplanationWriter.Write(writer, progress.Score.Explanation(words));
        writer.WriteEndObject();
    }

    private static void WriteKeys(Utf8JsonWriter writer, string name, IEnumerable<string> keys)
    {
        writer.WriteStartArray(name);
        foreach (string key in keys)
        {
            writer.WriteStringValue(key);
        }

        writer.WriteEndArray();
    }
}
