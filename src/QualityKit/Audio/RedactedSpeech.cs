using System.Collections.Immutable;
using QualityKit.Privacy;
using QualityKit.Transcripts;

namespace QualityKit.Audio;

/// <summary>Where in the audio what was blacked out of a transcript is heard.</summary>
public sealed record RedactedSpeech
{
    /// <summary>The ranges to redact, by the order of the utterances.</summary>
    public required ImmutableArray<AudioRange> Ranges { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The ids of utterances of which something was blacked out that has no length in time: written messages, which are not in the audio, or speech without times, which a person has to find.</summary>
    public required ImmutableArray<string> Untimed { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Finds the ranges. Where the words at both ends of what was blacked out have times, it is all from the first to the last word; else it is the whole utterance.</summary>
    /// <param name="redaction">What was blacked out.</param>
    /// <param name="words">When words were said, as far as known; the order does not matter.</param>
    /// <param name="audioFrom">Where on the time line of the transcript the audio begins: <see cref="Interactions.MediaLink.Covers"/>. What lies before it is not in the audio.</param>
    /// <param name="onlySpeaker">Whether only the channel of the utterance is redacted. The other side may hear the speaker too, and repeat what it hears, so it is false unless set.</param>
    /// <exception cref="ArgumentException">A word ends before it begins.</exception>
    public static RedactedSpeech Of(Redaction redaction, IEnumerable<SpokenWord> words, TimeSpan audioFrom = default, bool onlySpeaker = false)
    {
        ArgumentNullException.ThrowIfNull(redaction);
        ArgumentNullException.ThrowIfNull(words);
        ILookup<string, SpokenWord> byUtterance = words.ToLookup(word => word.Utterance, StringComparer.Ordinal);
        if (byUtterance.SelectMany(all => all).FirstOrDefault(word => word.Until < word.From) is { } wrong)
        {
            throw new ArgumentException($"a word of `{wrong.Utterance}` ends before it begins", nameof(words));
        }

        ImmutableDictionary<string, Utterance> utterances = redaction.Transcript.Utterances.ToImmutableDictionary(utterance => utterance.Id, StringComparer.Ordinal);
        (Utterance Utterance, TimeSpan From, TimeSpan Until)[] times = [.. redaction.Ranges.Select(range => Time(utterances[range.Utterance], range.Range, byUtterance[range.Utterance]))];
        return new()
        {
            Ranges =
            [
                .. times.Where(time => time.Until > time.From && time.Until > audioFrom).Select(time => new AudioRange
                {
                    From = time.From > audioFrom ? time.From - audioFrom : TimeSpan.Zero,
                    Until = time.Until - audioFrom,
                    Channel = onlySpeaker ? time.Utterance.Channel : null,
                }),
            ],
            Untimed = [.. times.Where(time => time.Until <= time.From).Select(time => time.Utterance.Id).Distinct(StringComparer.Ordinal)],
        };
    }

    // Whatever lies between the first and the last word goes with them, so only these two need to be known.
    private static (Utterance Utterance, TimeSpan From, TimeSpan Until) Time(Utterance utterance, TextRange range, IEnumerable<SpokenWord> words)
    {
        int last = range.Start + range.Length - 1;
        SpokenWord[] touching = [.. words.Where(word => word.Range.Start <= last && range.Start < word.Range.Start + word.Range.Length)];
        return touching.Any(word => Holds(word.Range, range.Start)) && touching.Any(word => Holds(word.Range, last))
            ? (utterance, touching.Min(word => word.From), touching.Max(word => word.Until))
            : (utterance, utterance.From, utterance.Until);
    }

    private static bool Holds(TextRange range, int place) => range.Start <= place && place < range.Start + range.Length;
}
