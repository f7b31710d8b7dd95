using QualityKit.Canonical;

namespace QualityKit.Transcripts;

/// <summary>Writes transcripts so that equal ones have equal bytes: their digest is over these.</summary>
internal static class TranscriptContent
{
    public const string Format = "qualitykit.transcript/1";

    public static CanonicalWriter Write(Transcript transcript, bool isIndented)
    {
        var writer = new CanonicalWriter(isIndented);
        writer.BeginObject();
        writer.Member("format", Format);
        writer.Member("id", transcript.Id.Value);
        writer.Member("interaction", transcript.Interaction.Value);
        Optional(writer, "language", transcript.Language);
        writer.BeginArray("utterances");
        foreach (Utterance utterance in transcript.Utterances)
        {
            Write(writer, utterance);
        }

        writer.EndArray();
        writer.EndObject();
        return writer;
    }

    private static void Write(CanonicalWriter writer, Utterance utterance)
    {
        writer.BeginObject();
        writer.Member("id", utterance.Id);
        writer.Member("from", utterance.From.Ticks / (decimal)TimeSpan.TicksPerSecond);
        writer.Member("until", utterance.Until.Ticks / (decimal)TimeSpan.TicksPerSecond);
        Optional(writer, "speaker", utterance.Speaker);
        Optional(writer, "channel", utterance.Channel);
        Optional(writer, "confidence", utterance.Confidence);
        Optional(writer, "language", utterance.Language);
        writer.Member("text", utterance.Text);
        writer.EndObject();
    }

    private static void Optional(CanonicalWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.Member(name, text);
        }
    }

    private static void Optional(CanonicalWriter writer, string name, decimal? number)
    {
        if (number is { } value)
        {
            writer.Member(name, value);
        }
    }
}
