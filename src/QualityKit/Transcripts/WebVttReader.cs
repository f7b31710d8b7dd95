using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Transcripts;

/// <summary>Reads a WebVTT file block by block, as section 6.1 of the W3C text says (WebVTT file parsing).</summary>
internal static class WebVttReader
{
    private const string Arrow = "-->";

    public static void Read(ImmutableArray<string> lines, CueReading reading)
    {
        if (!IsSignature(lines[0]))
        {
            reading.Error(IssueCodes.WebVttHeader, 0);
            return;
        }

        // The header goes to the first blank line, or to a cue that follows without one.
        int line = 1;
        while (line < lines.Length && lines[line].Length > 0 && !IsTiming(lines[line]))
        {
            line++;
        }

        while (line < lines.Length)
        {
            line = lines[line].Length == 0 ? line + 1 : Block(lines, line, reading);
        }
    }

    private static bool IsSignature(string line) =>
        line.StartsWith("WEBVTT", StringComparison.Ordinal) && (line.Length == 6 || line[6] is ' ' or '\t');

    private static bool IsTiming(string line) => line.Contains(Arrow, StringComparison.Ordinal);

    /// <summary>Reads one block; gives the line after it.</summary>
    private static int Block(ImmutableArray<string> lines, int first, CueReading reading)
    {
        int timing = IsTiming(lines[first]) ? first : first + 1 < lines.Length && IsTiming(lines[first + 1]) ? first + 1 : -1;
        int line = timing < 0 ? first : timing + 1;
        while (line < lines.Length && lines[line].Length > 0 && !IsTiming(lines[line]))
        {
            line++;
        }

        if (timing < 0)
        {
            Other(lines[first], first, reading);
        }
        else if (Timing(lines[timing], timing, reading) is { } span)
        {
            WebVttCue.Read(span, string.Join('\n', lines[(timing + 1)..line]), timing + 1, reading);
        }

        return line;
    }

    private static bool IsNote(string line) => line.StartsWith("NOTE", StringComparison.Ordinal) && (line.Length == 4 || line[4] is ' ' or '\t');

    private static void Other(string line, int number, CueReading reading)
    {
        if (!IsNote(line) && line.TrimEnd() is not ("STYLE" or "REGION"))
        {
            reading.Error(IssueCodes.TextWithoutCue, number);
        }
    }

    private static CueSpan? Timing(string line, int number, CueReading reading)
    {
        string[] halves = line.Split(Arrow, 2);
        string from = halves[0].Trim(' ', '\t', '\f');
        string until = halves[1].TrimStart(' ', '\t', '\f');
        int end = until.IndexOfAny([' ', '\t', '\f']);
        if (CueTime.ReadWebVtt(from) is { } begins && CueTime.ReadWebVtt(end < 0 ? until : until[..end]) is { } ends)
        {
            return reading.Checked(new(begins, ends), number);
        }

        reading.Error(IssueCodes.CueTimesUnreadable, number);
        return null;
    }
}
