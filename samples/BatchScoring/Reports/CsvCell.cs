using System.Buffers;
using System.Globalization;

namespace BatchScoring.Reports;

/// <summary>One cell of a CSV row.</summary>
internal static class CsvCell
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    /// <summary>Text, quoted where RFC 4180 asks for it. What a spreadsheet would run as a formula gets an apostrophe in front.</summary>
    public static string Text(string text)
    {
        string safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(NeedQuotes) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
