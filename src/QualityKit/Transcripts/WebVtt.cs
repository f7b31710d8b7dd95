using System.Text;
using QualityKit.Interactions;
using QualityKit.Validation;

namespace QualityKit.Transcripts;

/// <summary>Transcripts from and to WebVTT (W3C, WebVTT: The Web Video Text Tracks Format).</summary>
/// <remarks>What a player would pass over without loss is a warning; what would lose words is an error. See docs/transcripts.md.</remarks>
public static class WebVtt
{
    /// <summary>Reads a file: each voice of a cue becomes an utterance, numbered from 1.</summary>
    /// <param name="text">The file; a byte order mark and any line ends are passed over.</param>
    /// <param name="id">What to call the transcript.</param>
    /// <param name="interaction">Of which interaction it is.</param>
    /// <param name="language">Its language as a tag of BCP 47; null when nobody knows.</param>
    /// <returns>The transcript, or every issue at once, each with the number of its line.</returns>
    public static Validated<Transcript> Read(string text, TranscriptId id, InteractionId interaction, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reading = new CueReading();
        WebVttReader.Read(CueLines.Of(text), reading);
        return reading.Of(id, interaction, language);
    }

    /// <summary>Writes a file: times to the millisecond, each speaker as a voice.</summary>
    /// <remarks>A cue must have a length, so an utterance without one ends a millisecond after it begins. Channels, confidence and languages are left out.</remarks>
    public static string Write(Transcript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        var text = new StringBuilder("WEBVTT\n");
        foreach (Utterance utterance in transcript.Utterances)
        {
            CueSpan span = CueTime.OfCue(utterance);
            text.Append('\n').Append(CueTime.Write(span.From, '.')).Append(" --> ").Append(CueTime.Write(span.Until, '.')).Append('\n');
            if (utterance.Speaker is { } speaker && !string.IsNullOrWhiteSpace(speaker))
            {
                text.Append("<v ").Append(Escape(string.Join(' ', CueLines.Of(speaker)))).Append('>');
            }

            text.Append(Escape(CueLines.Join(CueLines.Of(utterance.Text)))).Append('\n');
        }

        return text.ToString();
    }

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
