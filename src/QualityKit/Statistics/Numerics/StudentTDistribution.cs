namespace QualityKit.Statistics.Numerics;

/// <summary>Student's t distribution, to a relative error below 1e-12 in both tails.</summary>
public static class StudentTDistribution
{
    /// <summary>The chance of at most t (Student 1908; Abramowitz and Stegun 1964, 26.7.1).</summary>
    /// <param name="t">Any number, infinite ones included.</param>
    /// <param name="degrees">Degrees of freedom, above 0; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double Lower(double t, double degrees) => Upper(-t, degrees);

    /// <summary>The chance of more than t, with all its digits where it is small.</summary>
    /// <param name="t">Any number, infinite ones included.</param>
    /// <param name="degrees">Degrees of freedom, above 0; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double Upper(double t, double degrees)
    {
        Guard.Number(t);
        Guard.Positive(degrees);
        double ratio = t / degrees * t;
        if (double.IsInfinity(ratio))
        {
            return t > 0 ? 0 : 1;
        }

        Tail tail = BetaIntegral.Of(degrees / 2, 0.5, 1 / (1 + ratio), ratio / (1 + ratio));
        return t > 0 ? tail.Lower / 2 : 0.5 + (tail.Upper / 2);
    }

    /// <summary>The chance of a t at least this far from 0 on either side: the p-value of a two-sided test.</summary>
    /// <param name="t">Any number, infinite ones included.</param>
    /// <param name="degrees">Degrees of freedom, above 0; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double TwoSided(double t, double degrees) => 2 * Upper(Math.Abs(t), degrees);

    /// <summary>The t that a share of the distribution is at most: the solution of <see cref="Lower"/>. Infinite beyond 1e152: for degrees far below 1.</summary>
    /// <param name="probability">Between 0 and 1.</param>
    /// <param name="degrees">Degrees of freedom, above 0; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double Quantile(double probability, double degrees)
    {
        Guard.Chance(probability);
        Guard.Positive(degrees);
        return probability < 0.5 ? -Positive(probability, degrees) : Positive(1 - probability, degrees);
    }

    /// <summary>The t that a share of the distribution is above: the solution of <see cref="Upper"/>. Use it where the share is near 0. Infinite beyond 1e152: for degrees far below 1.</summary>
    /// <param name="probability">Between 0 and 1.</param>
    /// <param name="degrees">Degrees of freedom, above 0; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double UpperQuantile(double probability, double degrees)
    {
        Guard.Chance(probability);
        Guard.Positive(degrees);
        return probability > 0.5 ? -Positive(1 - probability, degrees) : Positive(probability, degrees);
    }

    private static double Positive(double upper, double degrees)
    {
        (double x, double y) = BetaIntegral.Inverse(degrees / 2, 0.5, 2 * upper, 1 - (2 * upper));
        return Math.Sqrt(degrees) * Math.Sqrt(y / x);
    }
}
