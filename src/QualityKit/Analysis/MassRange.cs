using QualityKit.Methods;

namespace QualityKit.Analysis;

/// <summary>The least and the most that something weighs in any sheet.</summary>
/// <param name="Least">The least, 0 where it may be missing.</param>
/// <param name="Most">The most.</param>
internal readonly record struct MassRange(Fraction Least, Fraction Most)
{
    public static MassRange operator +(MassRange left, MassRange right) => new(left.Least + right.Least, left.Most + right.Most);

    /// <summary>The sum of several.</summary>
    public static MassRange Sum(IEnumerable<MassRange> ranges) => ranges.Aggregate(default(MassRange), (sum, range) => sum + range);

    /// <summary>The share of something of a fixed weight beside others of this weight together; null when nobody can say.</summary>
    public MassRange? ShareBeside(Fraction own, bool isInside = true)
    {
        Fraction inside = isInside ? own : Fraction.Zero;
        return (inside + Least).IsZero ? null : new MassRange(own / (inside + Most), own / (inside + Least));
    }
}
