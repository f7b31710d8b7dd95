using QualityKit.Methods;

namespace QualityKit.Rescoring;

/// <summary>A point between totals: just before a number, so that the number lies above it, or just after.</summary>
internal readonly struct CutPoint(Fraction value, bool isAfter) : IComparable<CutPoint>
{
    public Fraction Value { get; } = value;

    public bool IsAfter { get; } = isAfter;

    /// <summary>Whether a total lies above the point.</summary>
    public bool IsReachedBy(Fraction total) => total.CompareTo(Value) >= (IsAfter ? 1 : 0);

    /// <summary>Whether a quotient lies above the point; the denominator is positive and both are within 62 bits.</summary>
    public bool IsReachedBy(long numerator, long denominator)
    {
        if (!Value.IsNarrow)
        {
            return IsReachedBy(Fraction.Of(numerator, denominator));
        }

        Int128 left = (Int128)numerator * Value.NarrowDenominator;
        Int128 right = (Int128)Value.NarrowNumerator * denominator;
        return IsAfter ? left > right : left >= right;
    }

    public int CompareTo(CutPoint other) => Value == other.Value ? IsAfter.CompareTo(other.IsAfter) : Value.CompareTo(other.Value);
}
