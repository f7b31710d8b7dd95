using QualityKit.Transcripts;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>Transcripts as JSON in the format <c>qualitykit.transcript/1</c> (docs/transcripts.md).</summary>
/// <remarks>Reading never throws, whatever the bytes, and no issue repeats what was said.</remarks>
public static class TranscriptJson
{
    private const int MostUtterances = 100_000;

    private static readonly ObjectTable<Utterance> Utterance =
        new ObjectTable<Utterance>("utterance", () => new() { Id = "", From = default, Until = default, Text = "" })
        .Required("id", Kinds.ExternalId, (utterance, id) => utterance with { Id = id })
        .Required("from", Kinds.Seconds, (utterance, from) => utterance with { From = from })
        .Required("until", Kinds.Seconds, (utterance, until) => utterance with { Until = until })
        .Optional("speaker", Kinds.Text(Kinds.LongestName, shortest: 1), (utterance, speaker) => utterance with { Speaker = speaker })
        .Optional("channel", Kinds.Integer(0), (utterance, channel) => utterance with { Channel = channel })
        .Optional("confidence", new NumberKind { Minimum = 0, Maximum = 1 }, (utterance, confidence) => utterance with { Confidence = confidence })
        .Optional("language", Kinds.Language, (utterance, language) => utterance with { Language = language })
        .Required("text", Kinds.Text(Kinds.LongestAnswer), (utterance, text) => utterance with { Text = text });

    private static readonly ObjectTable<Transcript> Table =
        new ObjectTable<Transcript>("transcript", () => new() { Id = default, Interaction = default })
        .Constant("format", TranscriptContent.Format, isRequired: true)
        .Required("id", Kinds.ExternalId, (transcript, id) => transcript with { Id = new(id) })
        .Required("interaction", Kinds.ExternalId, (transcript, interaction) => transcript with { Interaction = new(interaction) })
        .Optional("language", Kinds.Language, (transcript, language) => transcript with { Language = language })
        .Required("utterances", Kinds.Array(Utterance, most: MostUtterances), (transcript, utterances) => transcript with { Utterances = utterances });

    private static readonly DocumentFormat<Transcript> Format = new(TranscriptContent.Format, Table, (_, _) => { });

    /// <summary>The JSON Schema (draft 2020-12) of the format, made from the tables that reading follows.</summary>
    public static string Schema => Format.Schema;

    /// <summary>The bytes of a transcript: equal ones have equal bytes.</summary>
    public static byte[] Write(Transcript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        return TranscriptContent.Write(transcript, isIndented: false).ToArray();
    }

    /// <summary>A transcript as text.</summary>
    /// <param name="transcript">The transcript.</param>
    /// <param name="indented">Whether it is laid out for people.</param>
    public static string WriteText(Transcript transcript, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        return TranscriptContent.Write(transcript, indented).ToString();
    }

    /// <summary>Reads a transcript, strictly, and holds it against its rules.</summary>
    /// <param name="utf8">The document; a byte order mark before it is passed over.</param>
    public static Validated<Transcript> Read(ReadOnlySpan<byte> utf8)
    {
        var issues = new ReadIssues();
        return Of(Format.Read(utf8, issues), issues);
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte})"/>
    public static Validated<Transcript> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var issues = new ReadIssues();
        return Of(Format.Read(json, issues), issues);
    }

    private static Validated<Transcript> Of(Transcript? transcript, ReadIssues issues) =>
        issues.HasErrors || transcript is null ? new(null, issues.ToImmutable()) : transcript.Check();
}
