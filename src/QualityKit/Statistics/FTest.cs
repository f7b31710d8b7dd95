namespace QualityKit.Statistics;

/// <summary>A ratio of variances, and how often chance alone would give one as large.</summary>
/// <param name="F">The ratio.</param>
/// <param name="Above">Degrees of freedom of the numerator.</param>
/// <param name="Below">Degrees of freedom of the denominator.</param>
/// <param name="PValue">The chance of a ratio as large if there were no difference.</param>
public readonly record struct FTest(double F, double Above, double Below, double PValue)
{
    internal static FTest Of(double f, double above, double below) => new(f, above, below, Numerics.FisherFDistribution.Upper(f, above, below));
}
