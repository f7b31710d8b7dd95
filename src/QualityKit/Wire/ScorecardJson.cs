using System.Buffers;
using System.Text.Json;
using QualityKit.Scoring;

namespace QualityKit.Wire;

/// <summary>Writes scorecards and explanations as JSON (docs/form-format.md): equal scorecards give equal bytes.</summary>
public static class ScorecardJson
{
    /// <summary>The scorecard as <c>qualitykit.scorecard/1</c>, UTF-8.</summary>
    public static byte[] Write(Scorecard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return Written(writer => new ScorecardWriter(writer).Write(card));
    }

    /// <summary>The explanation as <c>qualitykit.explanation/1</c>, UTF-8.</summary>
    public static byte[] Write(ScoreExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return Written(writer => ExplanationWriter.Write(writer, explanation));
    }

    private static byte[] Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
