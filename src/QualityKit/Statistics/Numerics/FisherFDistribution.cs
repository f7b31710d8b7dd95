namespace QualityKit.Statistics.Numerics;

/// <summary>The distribution of the ratio of two variances, to a relative error below 1e-12 in both tails.</summary>
public static class FisherFDistribution
{
    /// <summary>The chance of at most f (Abramowitz and Stegun 1964, 26.6.2).</summary>
    /// <param name="f">0 or more, infinity included.</param>
    /// <param name="above">Degrees of freedom of the numerator, above 0; need not be whole.</param>
    /// <param name="below">Degrees of freedom of the denominator, above 0; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double Lower(double f, double above, double below) => Side(f, above, below).Upper;

    /// <summary>The chance of more than f, with all its digits where it is small: the p-value of an analysis of variance.</summary>
    /// <param name="f">0 or more, infinity included.</param>
    /// <param name="above">Degrees of freedom of the numerator, above 0; need not be whole.</param>
    /// <param name="below">Degrees of freedom of the denominator, above 0; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double Upper(double f, double above, double below) => Side(f, above, below).Lower;

    /// <summary>The f that a share of the distribution is at most: the solution of <see cref="Lower"/>. Infinity above 1e306, 0 below 1e-306: for degrees far below 1.</summary>
    /// <param name="probability">Between 0 and 1.</param>
    /// <param name="above">Degrees of freedom of the numerator, above 0; need not be whole.</param>
    /// <param name="below">Degrees of freedom of the denominator, above 0; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double Quantile(double probability, double above, double below)
    {
        Guard.Chance(probability);
        return Solve(1 - probability, probability, above, below);
    }

    /// <summary>The f that a share of the distribution is above: the solution of <see cref="Upper"/>. Use it where the share is near 0. Infinity above 1e306, 0 below 1e-306: for degrees far below 1.</summary>
    /// <param name="probability">Between 0 and 1.</param>
    /// <param name="above">Degrees of freedom of the numerator, above 0; need not be whole.</param>
    /// <param name="below">Degrees of freedom of the denominator, above 0; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double UpperQuantile(double probability, double above, double below)
    {
        Guard.Chance(probability);
        return Solve(probability, 1 - probability, above, below);
    }

    private static double Solve(double upper, double lower, double above, double below)
    {
        Guard.Positive(above);
        Guard.Positive(below);
        (double x, double y) = BetaIntegral.Inverse(below / 2, above / 2, upper, lower);
        return below / above * (y / x);
    }

    // The share of the denominator in the sum is beta distributed, and small where f is large.
    private static Tail Side(double f, double above, double below)
    {
        Guard.NotNegative(f);
        Guard.Positive(above);
        Guard.Positive(below);
        double ratio = f * (above / below);
        return double.IsInfinity(ratio)
            ? Tail.FromUpper(0)
            : BetaIntegral.Of(below / 2, above / 2, 1 / (1 + ratio), ratio / (1 + ratio));
    }
}
