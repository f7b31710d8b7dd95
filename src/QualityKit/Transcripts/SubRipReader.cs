using System.Collections.Immutable;
using System.Text;
using QualityKit.Validation;

namespace QualityKit.Transcripts;

/// <summary>Reads a SubRip file: times divide it, whatever the numbers and blank lines between say.</summary>
internal static class SubRipReader
{
    private const string Arrow = "-->";

    public static void Read(ImmutableArray<string> lines, CueReading reading)
    {
        int[] timings = [.. Enumerable.Range(0, lines.Length).Where(line => lines[line].Contains(Arrow, StringComparison.Ordinal))];
        int firstText = Enumerable.Range(0, lines.Length).FirstOrDefault(line => !string.IsNullOrWhiteSpace(lines[line]), lines.Length);
        bool hasCounters = timings.Length > 0 && CounterBefore(lines, timings[0], 0) < timings[0];
        if (firstText < (timings.Length == 0 ? lines.Length : CounterBefore(lines, timings[0], 0)))
        {
            reading.Error(IssueCodes.TextWithoutCue, firstText);
        }

        for (int cue = 0; cue < timings.Length; cue++)
        {
            int end = cue + 1 == timings.Length ? lines.Length
                : hasCounters ? CounterBefore(lines, timings[cue + 1], timings[cue] + 1)
                : timings[cue + 1];
            if (Timing(lines[timings[cue]], timings[cue], reading) is { } span)
            {
                reading.Add(span, speaker: null, WithoutTags(CueLines.Join(lines[(timings[cue] + 1)..end])));
            }
        }
    }

    // The line before the times is the counter, unless it is words that belong to the subtitle before. A file whose first subtitle has none has none.
    private static int CounterBefore(ImmutableArray<string> lines, int timing, int least)
    {
        int line = timing - 1;
        while (line > least && string.IsNullOrWhiteSpace(lines[line]))
        {
            line--;
        }

        bool isCounter = line >= least && lines[line].Trim() is { Length: > 0 } text && text.All(char.IsAsciiDigit);
        return isCounter ? line : timing;
    }

    // After the times some files say where on the screen: X1:40 X2:600.
    private static CueSpan? Timing(string line, int number, CueReading reading)
    {
        string[] halves = line.Split(Arrow, 2);
        string until = halves[1].TrimStart();
        int end = until.IndexOfAny([' ', '\t']);
        if (CueTime.ReadSubRip(halves[0].Trim()) is { } begins && CueTime.ReadSubRip(end < 0 ? until : until[..end]) is { } ends)
        {
            return reading.Checked(new(begins, ends), number);
        }

        reading.Error(IssueCodes.CueTimesUnreadable, number);
        return null;
    }

    /// <summary>Text without what only dresses it: tags of HTML and overrides of SubStation Alpha such as <c>{\an8}</c>.</summary>
    private static string WithoutTags(string text)
    {
        // Nothing ends after these, so nothing is looked for in vain again and again.
        int lastTag = text.LastIndexOf('>');
        int lastOverride = text.LastIndexOf('}');
        var plain = new StringBuilder(text.Length);
        int position = 0;
        while (position < text.Length)
        {
            int end = text[position] switch
            {
                '<' when position < lastTag && IsTag(text, position) => text.IndexOf('>', position),
                '{' when position < lastOverride && text[position + 1] == '\\' => text.IndexOf('}', position),
                _ => -1,
            };
            if (end < 0)
            {
                plain.Append(text[position]);
            }

            position = Math.Max(end, position) + 1;
        }

        return plain.ToString();
    }

    // Only what looks like a tag is one: "a < b" is text.
    private static bool IsTag(string text, int position)
    {
        int name = text[position + 1] == '/' ? position + 2 : position + 1;
        int end = name;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return text[name..end].ToLowerInvariant() is "i" or "b" or "u" or "s" or "font";
    }
}
