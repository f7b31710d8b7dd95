using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for numbers: docs/form-format.md writes decimals of at most 28 significant digits.</summary>
internal static class NumberRules
{
    private const int MaximumDigits = 28;
    private const decimal Bound = 1e28m;

    public static void CheckBounds(IssueList issues, int value, int least, int most, string pointer)
    {
        if (value < least || value > most)
        {
            issues.Error(IssueCodes.NumberOutOfBounds, pointer, ("value", value), ("least", least), ("most", most));
        }
    }

    public static void CheckDigits(IssueList issues, decimal value, string pointer) => CheckDigits(issues, Fraction.From(value), pointer);

    public static void CheckDigits(IssueList issues, Fraction value, string pointer)
    {
        if (!CanBeWritten(value))
        {
            issues.Error(IssueCodes.TooManyDigits, pointer, ("value", value.ToString()), ("most", MaximumDigits));
        }
    }

    private static bool CanBeWritten(Fraction value)
    {
        Fraction digits = Fraction.Abs(value);
        for (int scale = 0; !digits.Denominator.IsOne && scale < MaximumDigits; scale++)
        {
            digits *= 10;
        }

        return digits.Denominator.IsOne && digits < Bound;
    }
}
