using System.Text.RegularExpressions;
using QualityKit.Methods;

namespace QualityKit.Forms;

/// <summary>A draft being held against declared limits.</summary>
internal sealed class LimitInspection(FormInspection form, FormLimits limits)
{
    public FormInspection Form => form;

    public FormLimits Limits => limits;

    /// <summary>What keys match; null for any.</summary>
    public Regex? Keys { get; } = limits.KeyPattern is { } pattern ? FormLimits.KeyMatcher(pattern) : null;

    /// <summary>Reports a breach; every message names whose limit it is.</summary>
    public void Report(string code, string pointer, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        form.Issues.Error(code, pointer, [("limits", limits.Name ?? ""), .. arguments]);

    /// <summary>Reports what a form uses that is not offered.</summary>
    public void CheckFeature(FormFeatures feature, bool isUsed, string code, string pointer)
    {
        if (isUsed && !limits.Features.HasFlag(feature))
        {
            Report(code, pointer);
        }
    }

    /// <summary>Reports a whole number above a limit.</summary>
    /// <param name="number">The number, and what messages call it.</param>
    /// <param name="most">The limit; null for none.</param>
    /// <param name="code">The code of the breach.</param>
    /// <param name="pointer">Where it is.</param>
    public void CheckMost((string Name, int Value) number, int? most, string code, string pointer)
    {
        if (number.Value > most)
        {
            Report(code, pointer, (number.Name, number.Value), ("most", most.Value));
        }
    }

    /// <summary>Reports a number outside a range.</summary>
    /// <param name="number">The number, and what messages call it.</param>
    /// <param name="range">The range.</param>
    /// <param name="codes">The codes of being above and of being below it.</param>
    /// <param name="pointer">Where it is.</param>
    public void CheckRange((string Name, decimal Value) number, LimitRange? range, (string Over, string Under) codes, string pointer)
    {
        if (number.Value > range?.Most)
        {
            Report(codes.Over, pointer, (number.Name, number.Value), ("most", range.Most.Value));
        }

        if (number.Value < range?.Least)
        {
            Report(codes.Under, pointer, (number.Name, number.Value), ("least", range.Least.Value));
        }
    }

    /// <summary>Whether a number has no decimals.</summary>
    public static bool IsWhole(decimal number) => Fraction.From(number).Denominator.IsOne;
}
