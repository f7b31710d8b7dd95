using QualityKit.Methods;

namespace BatchScoring.Tallies;

/// <summary>An exact mean of fractions, one at a time.</summary>
internal sealed record Mean(Fraction Sum, long Count)
{
    public static Mean Empty { get; } = new(Fraction.Zero, 0);

    /// <summary>The mean; null of nothing.</summary>
    public Fraction? Value => Count == 0 ? null : Sum / Fraction.Of(Count);

    public Mean Add(Fraction value) => new(Sum + value, Count + 1);
}
