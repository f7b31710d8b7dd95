using System.Globalization;
using QualityKit.Canonical;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>The kinds of plain values that documents are made of.</summary>
internal static class Kinds
{
    /// <summary>The most characters (UTF-16 units) of a text of a form.</summary>
    public const int LongestText = TextRules.LongestText;

    /// <summary>The most characters (UTF-16 units) of a text answer or a comment.</summary>
    public const int LongestAnswer = 100_000;

    /// <summary>The most characters (UTF-16 units) of a name that the library passes on to the host.</summary>
    public const int LongestName = TextRules.LongestName;

    public static BooleanKind Boolean { get; } = new();

    public static NumberKind Number { get; } = new();

    public static NumberKind NumberFromZero { get; } = new() { Minimum = 0 };

    public static NumberKind NumberAboveZero { get; } = new() { Above = 0 };

    public static PatternKind Key { get; } =
        new("^[A-Za-z0-9._-]{1,100}$", IssueCodes.JsonBadKey, IsKey);

    public static PatternKind Language { get; } =
        new("^[A-Za-z]{2,8}((-[A-Za-z0-9]{1,8})*-[A-Za-z0-9]{2,8})?$", IssueCodes.JsonBadLanguage, IsLanguage);

    public static ValueKind<DateOnly> Date { get; } =
        new PatternKind("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", IssueCodes.JsonBadDate, text => TryParseDate(text, out _))
            .As(text => TryParseDate(text, out DateOnly date) ? date : default);

    /// <summary>An instant, as RFC 3339 writes it.</summary>
    public static ValueKind<DateTimeOffset> Instant { get; } =
        new PatternKind(InstantText.Pattern, IssueCodes.JsonBadInstant, text => InstantText.Read(text) is not null)
            .As(text => InstantText.Read(text) ?? default);

    /// <summary>A length of time in seconds, to the tick of 100 nanoseconds.</summary>
    public static ValueKind<TimeSpan> Seconds { get; } =
        new NumberKind { Minimum = 0, Maximum = 1_000_000_000 }.As(seconds => new TimeSpan((long)decimal.Round(seconds * TimeSpan.TicksPerSecond)));

    /// <summary>An id as a host writes it; its bytes are counted when the whole is checked.</summary>
    public static TextKind ExternalId { get; } = Text(128, shortest: 1);

    /// <summary>A string of at most so many UTF-16 units.</summary>
    public static TextKind Text(int longest, int shortest = 0) => new(longest, shortest);

    /// <summary>A whole number in a range.</summary>
    public static ValueKind<int> Integer(int minimum, int maximum = int.MaxValue) =>
        new NumberKind { Minimum = minimum, Maximum = maximum, IsWhole = true }.As(decimal.ToInt32);

    /// <summary>One of the names of an enumeration.</summary>
    public static ChoiceKind<T> Choice<T>(NameTable<T> names)
        where T : struct, Enum => new(names);

    /// <summary>An array of values of one kind.</summary>
    public static ArrayKind<T> Array<T>(ValueKind<T> element, int fewest = 0, int most = int.MaxValue) => new(element, fewest, most);

    private static bool TryParseDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static bool IsKey(string text) =>
        text.Length is >= 1 and <= 100 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-');

    private static bool IsLanguage(string text)
    {
        string[] subtags = text.Split('-');
        return subtags[0].Length >= 2
            && subtags[0].All(char.IsAsciiLetter)
            && subtags.All(subtag => subtag.Length is >= 1 and <= 8 && subtag.All(char.IsAsciiLetterOrDigit))
            && subtags[^1].Length > 1;
    }
}
