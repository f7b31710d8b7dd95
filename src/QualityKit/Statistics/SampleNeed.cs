namespace QualityKit.Statistics;

/// <summary>How large a sample must be.</summary>
/// <param name="Exact">What the formula gives.</param>
/// <param name="Required">The least whole number that is enough: the formula rounded up.</param>
public readonly record struct SampleNeed(double Exact, long Required)
{
    // What the exact value may be above a whole number by rounding alone.
    private const double Rounding = 1e-12;

    internal static SampleNeed Of(double exact) => new(exact, exact < 9e18
        ? (long)Math.Max(1, Math.Ceiling(exact * (1 - Rounding)))
        : throw new ArgumentOutOfRangeException(nameof(exact), exact, "no sample is large enough; allow a wider margin"));
}
