using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Methods;

namespace QualityKit.CaseRunner;

/// <summary>What a case expects beside what the library gives.</summary>
internal sealed class Comparison
{
    // Sources print percentages to four decimals.
    private const int PrintedDigits = 4;

    private readonly List<(string Expected, string Got)> _differences = [];

    public bool IsEqual => _differences.Count == 0;

    /// <summary>Results that only another setting than the documented one gives; a case may print both.</summary>
    public List<string> OtherReadings { get; } = [];

    public string Expected => string.Join(", ", _differences.Select(difference => difference.Expected));

    public string Got => string.Join(", ", _differences.Select(difference => difference.Got));

    /// <summary>A number, equal when both are rounded as the source prints them; JSON null expects none.</summary>
    public void Number(string what, JsonElement expected, Fraction? got)
    {
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Same(what, "none", Print(got));
            return;
        }

        decimal number = expected.ToDecimal();
        int digits = Math.Max(PrintedDigits, (int)number.Scale);
        if (got is not { } value || value.Round(digits) != Fraction.From(number).Round(digits))
        {
            Add(what, expected.ToText(), Print(got));
        }
    }

    /// <summary>A number as its source prints it, rounded to the digits that are written.</summary>
    public void Rounded(string what, JsonElement expected, Fraction? got)
    {
        decimal number = expected.ToDecimal();
        if (got is not { } value || value.Round(number.Scale) != Fraction.From(number))
        {
            Add(what, expected.ToText(), Print(got));
        }
    }

    /// <summary>A share beside a percentage.</summary>
    public void Percent(string what, JsonElement expected, Fraction? share) => Number(what, expected, share * 100);

    /// <summary>A fraction such as <c>3/5</c> or a decimal, equal to the last digit; JSON null expects none.</summary>
    public void Exact(string what, JsonElement expected, Fraction? got)
    {
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Same(what, "none", Print(got));
            return;
        }

        Fraction number = Fraction.TryParse(expected.ToText(), out Fraction fraction) ? fraction : expected.ToDecimal();
        Same(what, Print(number), Print(got));
    }

    public void Flag(string what, JsonElement expected, bool? got) =>
        Same(what, expected.ValueKind == JsonValueKind.Null ? "none" : Print(expected.ToFlag()), got is { } flag ? Print(flag) : "none");

    /// <summary>Names in any order.</summary>
    public void Names(string what, IEnumerable<string> expected, IEnumerable<string> got) => Same(what, Join(expected), Join(got));

    public void Same(string what, string expected, string got)
    {
        if (expected != got)
        {
            Add(what, expected, got);
        }
    }

    private static string Join(IEnumerable<string> names) => "[" + string.Join(" ", names.Order(StringComparer.Ordinal)) + "]";

    private static string Print(Fraction? number) => number?.ToString() ?? "none";

    private static string Print(bool flag) => flag ? "true" : "false";

    private void Add(string what, string expected, string got) => _differences.Add(($"{what} {expected}", $"{what} {got}"));
}
