using System.Globalization;
using QualityKit.Methods;

namespace QualityKit.Reports;

/// <summary>One cell: a value, or nothing where there is none. It prints the same on every machine.</summary>
public readonly record struct ReportCell
{
    private const int Digits = 4;

    private readonly string? _text;

    private ReportCell(string text) => _text = text;

    /// <summary>A cell without a value: never a 0.</summary>
    public static ReportCell None => default;

    /// <summary>Whether there is no value.</summary>
    public bool IsNone => _text is null;

    /// <summary>The value as it is written to a file: numbers with a point and at most four digits behind it, <c>true</c> or <c>false</c>; empty for none.</summary>
    public string Text => _text ?? "";

    /// <summary>A text; none for null.</summary>
    public static ReportCell Of(string? text) => text is null ? None : new(text);

    /// <summary>A whole number; none for null.</summary>
    public static ReportCell Of(long? count) => count is { } value ? new(value.ToString(CultureInfo.InvariantCulture)) : None;

    /// <summary>An exact number, rounded half away from 0 only here; none for null.</summary>
    public static ReportCell Of(Fraction? number) => number is { } value ? new(Trimmed(value.ToString(Digits))) : None;

    /// <summary>A statistic; none for null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a finite number.</exception>
    public static ReportCell Of(double? number)
    {
        if (number is not { } value)
        {
            return None;
        }

        return double.IsFinite(value)
            ? new(Trimmed(value.ToString("F4", CultureInfo.InvariantCulture)))
            : throw new ArgumentOutOfRangeException(nameof(number), value, "a cell holds a finite number, or none");
    }

    /// <summary>Yes or no; none for null.</summary>
    public static ReportCell Of(bool? flag) => flag is { } value ? new(value ? "true" : "false") : None;

    /// <summary>The text of the cell.</summary>
    public override string ToString() => Text;

    private static string Trimmed(string number)
    {
        string text = number.Contains('.', StringComparison.Ordinal) ? number.TrimEnd('0').TrimEnd('.') : number;
        return text == "-0" ? "0" : text;
    }
}
