namespace QualityKit.Statistics.Numerics;

/// <summary>The distribution of a sum of squares of standard normal numbers, to a relative error below 1e-12 in both tails.</summary>
public static class ChiSquareDistribution
{
    /// <summary>The chance of at most x (Abramowitz and Stegun 1964, 26.4.19).</summary>
    /// <param name="x">0 or more, infinity included.</param>
    /// <param name="degrees">Degrees of freedom, above 0; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double Lower(double x, double degrees) => SpecialFunctions.LowerGamma(degrees / 2, x / 2);

    /// <summary>The chance of more than x, with all its digits where it is small.</summary>
    /// <param name="x">0 or more, infinity included.</param>
    /// <param name="degrees">Degrees of freedom, above 0; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double Upper(double x, double degrees) => SpecialFunctions.UpperGamma(degrees / 2, x / 2);

    /// <summary>The x that a share of the distribution is at most: the solution of <see cref="Lower"/>; 0 where it is below 1e-306.</summary>
    /// <param name="probability">Between 0 and 1.</param>
    /// <param name="degrees">Degrees of freedom, above 0; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double Quantile(double probability, double degrees)
    {
        Guard.Chance(probability);
        Guard.Positive(degrees);
        return 2 * GammaIntegral.Inverse(degrees / 2, probability, 1 - probability);
    }

    /// <summary>The x that a share of the distribution is above: the solution of <see cref="Upper"/>. Use it where the share is near 0.</summary>
    /// <param name="probability">Between 0 and 1.</param>
    /// <param name="degrees">Degrees of freedom, above 0; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double UpperQuantile(double probability, double degrees)
    {
        Guard.Chance(probability);
        Guard.Positive(degrees);
        return 2 * GammaIntegral.Inverse(degrees / 2, 1 - probability, probability);
    }
}
