using System.Collections.Immutable;
using QualityKit.Transcripts;

namespace QualityKit.Privacy;

/// <summary>A transcript with stretches blacked out. Ids, times and lengths stay, so that what points at it still does.</summary>
public sealed record Redaction
{
    /// <summary>What stands for each UTF-16 unit that was blacked out.</summary>
    public const char Mark = '\u2588';

    /// <summary>The transcript as it may be kept.</summary>
    public required Transcript Transcript { get; init; }

    /// <summary>What was blacked out, by utterance and place.</summary>
    public required ImmutableArray<RedactedRange> Ranges { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Blacks out what redactors find. Each gets all that one speaker said in one text, so that a number read out over several utterances is one number.</summary>
    public static Redaction Of(Transcript transcript, IEnumerable<IRedactor> redactors)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(redactors);
        ImmutableArray<IRedactor> all = [.. redactors];
        return Of(transcript, transcript.Utterances
            .GroupBy(utterance => utterance.Speaker, StringComparer.Ordinal)
            .SelectMany(speaker => new SpokenText(speaker).Find(all)));
    }

    /// <summary>Blacks out given stretches.</summary>
    /// <exception cref="ArgumentException">A stretch is of no utterance, or goes beyond its text.</exception>
    public static Redaction Of(Transcript transcript, IEnumerable<RedactedRange> ranges)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(ranges);
        ILookup<string, TextRange> byUtterance = ranges.ToLookup(one => one.Utterance, one => one.Range, StringComparer.Ordinal);
        string? unknown = byUtterance.Select(group => group.Key).Except(transcript.Utterances.Select(utterance => utterance.Id)).FirstOrDefault();
        if (unknown is not null)
        {
            throw new ArgumentException($"there is no utterance `{unknown}`", nameof(ranges));
        }

        var redacted = ImmutableArray.CreateBuilder<RedactedRange>();
        var utterances = ImmutableArray.CreateBuilder<Utterance>(transcript.Utterances.Length);
        foreach (Utterance utterance in transcript.Utterances)
        {
            ImmutableArray<TextRange> merged = Merge(byUtterance[utterance.Id], utterance.Text.Length, nameof(ranges));
            redacted.AddRange(merged.Select(range => new RedactedRange { Utterance = utterance.Id, Range = range }));
            utterances.Add(merged.IsEmpty ? utterance : utterance with { Text = Black(utterance.Text, merged) });
        }

        return new() { Transcript = transcript with { Utterances = utterances.ToImmutable() }, Ranges = redacted.ToImmutable() };
    }

    private static ImmutableArray<TextRange> Merge(IEnumerable<TextRange> ranges, int length, string parameter)
    {
        var merged = ImmutableArray.CreateBuilder<TextRange>();
        foreach (TextRange range in ranges.OrderBy(range => range.Start))
        {
            if (range.Start < 0 || range.Length < 1 || range.Length > length - range.Start)
            {
                throw new ArgumentException($"a stretch from {range.Start} of {range.Length} is not within a text of {length}", parameter);
            }

            if (merged.Count > 0 && merged[^1].Start + merged[^1].Length >= range.Start)
            {
                int end = Math.Max(merged[^1].Start + merged[^1].Length, range.Start + range.Length);
                merged[^1] = new(merged[^1].Start, end - merged[^1].Start);
            }
            else
            {
                merged.Add(range);
            }
        }

        return merged.ToImmutable();
    }

    private static string Black(string text, ImmutableArray<TextRange> ranges) => string.Create(text.Length, (text, ranges), static (letters, state) =>
    {
        state.text.CopyTo(letters);
        foreach (TextRange range in state.ranges)
        {
            letters.Slice(range.Start, range.Length).Fill(Mark);
        }
    });
}
