using System.Globalization;
using System.Text;
using QualityKit.Interactions;
using QualityKit.Validation;

namespace QualityKit.Transcripts;

/// <summary>Transcripts from and to SubRip (<c>.srt</c>), which has no standard: what is found in the wild is read.</summary>
/// <remarks>See docs/transcripts.md for what is passed over.</remarks>
public static class SubRip
{
    /// <summary>Reads a file: each subtitle becomes an utterance, numbered from 1. The format has no speakers.</summary>
    /// <param name="text">The file; a byte order mark and any line ends are passed over.</param>
    /// <param name="id">What to call the transcript.</param>
    /// <param name="interaction">Of which interaction it is.</param>
    /// <param name="language">Its language as a tag of BCP 47; null when nobody knows.</param>
    /// <returns>The transcript, or every issue at once, each with the number of its line.</returns>
    public static Validated<Transcript> Read(string text, TranscriptId id, InteractionId interaction, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reading = new CueReading();
        SubRipReader.Read(CueLines.Of(text), reading);
        return reading.Of(id, interaction, language);
    }

    /// <summary>Writes a file: times to the millisecond, the speaker and a colon before the text, as subtitles do.</summary>
    /// <remarks>Channels, confidence and languages are left out, and reading the file again leaves the speaker in the text.</remarks>
    public static string Write(Transcript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        var text = new StringBuilder();
        foreach ((int position, Utterance utterance) in transcript.Utterances.Index())
        {
            CueSpan span = CueTime.OfCue(utterance);
            string speaker = string.IsNullOrWhiteSpace(utterance.Speaker) ? "" : string.Join(' ', CueLines.Of(utterance.Speaker)) + ": ";
            text.Append((position + 1).ToString(CultureInfo.InvariantCulture)).Append('\n')
                .Append(CueTime.Write(span.From, ',')).Append(" --> ").Append(CueTime.Write(span.Until, ',')).Append('\n')
                .Append(Plain(speaker + CueLines.Join(CueLines.Of(utterance.Text)))).Append("\n\n");
        }

        return text.ToString();
    }

    // A line of text that looks like times would begin another subtitle.
    private static string Plain(string text) => text.Replace("-->", "->", StringComparison.Ordinal);
}
