namespace QualityKit.Statistics.Numerics;

/// <summary>The distribution of a share with so many successes and failures behind it, to a relative error below 1e-12 in both tails.</summary>
public static class BetaDistribution
{
    /// <summary>The chance of at most x (Abramowitz and Stegun 1964, 6.6.2).</summary>
    /// <param name="x">0 to 1.</param>
    /// <param name="a">The first shape, above 0.</param>
    /// <param name="b">The second shape, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double Lower(double x, double a, double b) => SpecialFunctions.Beta(x, a, b);

    /// <summary>The chance of more than x, with all its digits where it is small.</summary>
    /// <param name="x">0 to 1.</param>
    /// <param name="a">The first shape, above 0.</param>
    /// <param name="b">The second shape, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double Upper(double x, double a, double b)
    {
        Guard.Share(x);
        Guard.Positive(a);
        Guard.Positive(b);
        return BetaIntegral.Of(a, b, x, 1 - x).Upper;
    }

    /// <summary>The x that a share of the distribution is at most: the solution of <see cref="Lower"/>; 0 where it is below 1e-306.</summary>
    /// <param name="probability">Between 0 and 1.</param>
    /// <param name="a">The first shape, above 0.</param>
    /// <param name="b">The second shape, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double Quantile(double probability, double a, double b)
    {
        Guard.Chance(probability);
        Guard.Positive(a);
        Guard.Positive(b);
        return BetaIntegral.Inverse(a, b, probability, 1 - probability).X;
    }

    /// <summary>The x that a share of the distribution is above: the solution of <see cref="Upper"/>. Use it where the share is near 0.</summary>
    /// <param name="probability">Between 0 and 1.</param>
    /// <param name="a">The first shape, above 0.</param>
    /// <param name="b">The second shape, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double UpperQuantile(double probability, double a, double b)
    {
        Guard.Chance(probability);
        Guard.Positive(a);
        Guard.Positive(b);
        return BetaIntegral.Inverse(a, b, 1 - probability, probability).X;
    }
}
