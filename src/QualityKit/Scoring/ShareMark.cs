using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>A pass mark in shares, compared without division.</summary>
internal readonly struct ShareMark
{
    private readonly long _numerator;
    private readonly long _denominator;

    private ShareMark(Fraction mark)
    {
        _numerator = mark.NarrowNumerator;
        _denominator = mark.NarrowDenominator;
    }

    /// <summary>The mark; null when it is too long to be compared in 128 bits.</summary>
    public static ShareMark? For(Score mark) => mark.Value.IsNarrow ? new ShareMark(mark.Value) : null;

    /// <summary>Whether a positive share reaches it.</summary>
    public bool IsReachedBy(long numerator, long denominator) =>
        (Int128)numerator * _denominator >= (Int128)_numerator * denominator;
}
