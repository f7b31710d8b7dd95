using System.Globalization;

namespace QualityKit.Transcripts;

/// <summary>The times of cues.</summary>
internal static class CueTime
{
    private const int MostHourDigits = 6;

    /// <summary>A WebVTT timestamp: hours of two or more digits or none, minutes, seconds and three decimals.</summary>
    public static TimeSpan? ReadWebVtt(string text)
    {
        int dot = text.IndexOf('.', StringComparison.Ordinal);
        string[] parts = dot < 0 ? [] : text[..dot].Split(':');
        return dot >= 0 && text.Length - dot == 4 && parts.Length is 2 or 3 && parts.All(part => part.Length >= 2)
            && parts[^1].Length == 2 && parts[^2].Length == 2
                ? Of(parts, text[(dot + 1)..])
                : null;
    }

    /// <summary>A SubRip time as it is found: hours left out, a point for the comma, fewer digits or none after it.</summary>
    public static TimeSpan? ReadSubRip(string text)
    {
        int comma = text.IndexOfAny([',', '.']);
        string[] parts = (comma < 0 ? text : text[..comma]).Split(':');
        string decimals = comma < 0 ? "" : text[(comma + 1)..];
        return parts.Length is 2 or 3 && decimals.Length <= 9 && parts.All(part => part.Length > 0) ? Of(parts, decimals) : null;
    }

    public static string Write(TimeSpan time, char separator)
    {
        long milliseconds = Milliseconds(time);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{milliseconds / 3_600_000:00}:{milliseconds / 60_000 % 60:00}:{milliseconds / 1000 % 60:00}{separator}{milliseconds % 1000:000}");
    }

    /// <summary>When a cue shows an utterance: a cue of no length would never be seen.</summary>
    public static CueSpan OfCue(Utterance utterance)
    {
        TimeSpan least = TimeSpan.FromMilliseconds(Milliseconds(utterance.From) + 1);
        return new(utterance.From, utterance.Until > least ? utterance.Until : least);
    }

    private static long Milliseconds(TimeSpan time) => (long)Math.Round(time.Ticks / (decimal)TimeSpan.TicksPerMillisecond, MidpointRounding.AwayFromZero);

    private static TimeSpan? Of(string[] parts, string decimals)
    {
        long[] numbers = [.. parts.Select(part => part.Length <= MostHourDigits && part.All(char.IsAsciiDigit) ? long.Parse(part, CultureInfo.InvariantCulture) : -1)];
        if (numbers.Any(number => number < 0) || numbers[^1] > 59 || numbers[^2] > 59 || !decimals.All(char.IsAsciiDigit))
        {
            return null;
        }

        long hours = parts.Length == 3 ? numbers[0] : 0;
        long ticks = decimals.Length == 0 ? 0 : long.Parse(decimals.PadRight(7, '0')[..7], CultureInfo.InvariantCulture);
        return new(((((hours * 60) + numbers[^2]) * 60) + numbers[^1]) * TimeSpan.TicksPerSecond + ticks);
    }
}
