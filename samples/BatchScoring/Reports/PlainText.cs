namespace BatchScoring.Reports;

/// <summary>Text from a file made safe for a terminal: a control character could move the cursor or change colours.</summary>
internal static class PlainText
{
    private const int LongestName = 48;

    /// <summary>A text of any length on one line.</summary>
    public static string Line(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));

    /// <summary>A name short enough for a column.</summary>
    public static string Name(string text) => Line(text) switch
    {
        "" => "(no id)",
        { Length: > LongestName } plain => plain[..(LongestName - 1)] + "…",
        var plain => plain,
    };
}
