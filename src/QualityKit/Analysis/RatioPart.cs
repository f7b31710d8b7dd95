using QualityKit.Methods;

namespace QualityKit.Analysis;

/// <summary>What an item can add to the two sums of a quotient.</summary>
/// <param name="Above">What it adds above.</param>
/// <param name="Below">What it adds below, 0 or more.</param>
internal readonly record struct RatioPart(Fraction Above, Fraction Below)
{
    public Fraction At(Fraction quotient) => Above - (quotient * Below);
}
