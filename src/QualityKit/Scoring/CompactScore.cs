using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>The score of flat answers: what a report over many evaluations needs, without lines and explanation.</summary>
/// <remarks>The exact totals are kept as they were worked out and put into lowest terms when they are read.</remarks>
public readonly struct CompactScore
{
    private readonly long _numerator;
    private readonly long _denominator;
    private readonly long _rawNumerator;
    private readonly long _rawDenominator;
    private readonly Calculation? _full;
    private readonly ScoreUnit _unit;

    // A denominator of 0: there is no total.
    internal CompactScore(long numerator, long denominator, long rawNumerator, long rawDenominator)
    {
        _numerator = numerator;
        _denominator = denominator;
        _rawNumerator = rawNumerator;
        _rawDenominator = rawDenominator;
    }

    internal CompactScore(Calculation full)
    {
        _full = full;
        _unit = full.Plan.Method.Unit;
    }

    /// <summary>The final score; null when nothing applicable was scored.</summary>
    public Score? Total => _full is null ? Quotient(_numerator, _denominator) : InUnit(_full.Total);

    /// <summary>The score as if nothing had failed; null when nothing applicable was scored.</summary>
    public Score? RawTotal => _full is null ? Quotient(_rawNumerator, _rawDenominator) : InUnit(_full.RawTotal);

    /// <summary>Whether it passed.</summary>
    public Outcome Outcome { get; internal init; }

    /// <summary>Whether something failed the whole form.</summary>
    public bool HasFormFailed { get; internal init; }

    /// <summary>The full calculation where it took one; null where integers did.</summary>
    internal Calculation? Full => _full;

    private static Score? Quotient(long numerator, long denominator) =>
        denominator == 0 ? null : new Score(Fraction.Of(numerator, denominator), ScoreUnit.Share);

    private Score? InUnit(Fraction? value) => value is { } number ? new Score(number, _unit) : null;
}
