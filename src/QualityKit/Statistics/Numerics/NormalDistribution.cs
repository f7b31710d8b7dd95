namespace QualityKit.Statistics.Numerics;

/// <summary>The standard normal distribution, to a relative error below 1e-12 in both tails.</summary>
public static class NormalDistribution
{
    // Beyond this the chance is below the smallest double.
    private const double Furthest = 39;

    /// <summary>The density at z (Abramowitz and Stegun 1964, 26.2.1).</summary>
    /// <param name="z">Any number.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a number.</exception>
    public static double Density(double z)
    {
        Guard.Number(z);
        return Math.Exp((-0.5 * z * z) - StirlingSeries.HalfLogTwoPi);
    }

    /// <summary>The chance of at most z (Abramowitz and Stegun 1964, 26.2.29).</summary>
    /// <param name="z">Any number, infinite ones included.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a number.</exception>
    public static double Lower(double z) => Upper(-z);

    /// <summary>The chance of more than z, with all its digits where it is small.</summary>
    /// <param name="z">Any number, infinite ones included.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a number.</exception>
    public static double Upper(double z)
    {
        Guard.Number(z);
        if (Math.Abs(z) > Furthest)
        {
            return z > 0 ? 0 : 1;
        }

        Tail tail = GammaIntegral.Of(0.5, 0.5 * z * z);
        return z >= 0 ? tail.Upper / 2 : 0.5 + (tail.Lower / 2);
    }

    /// <summary>The z that a share of the distribution is at most: the solution of <see cref="Lower"/>.</summary>
    /// <param name="probability">Between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1.</exception>
    public static double Quantile(double probability)
    {
        Guard.Chance(probability);
        return probability < 0.5 ? -UpperQuantile(probability) : Positive(1 - probability);
    }

    /// <summary>The z that a share of the distribution is above: the solution of <see cref="Upper"/>. Use it where the share is near 0.</summary>
    /// <param name="probability">Between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1.</exception>
    public static double UpperQuantile(double probability)
    {
        Guard.Chance(probability);
        return probability > 0.5 ? -Positive(1 - probability) : Positive(probability);
    }

    // The square of a normal number is gamma distributed with shape 1/2.
    private static double Positive(double upper) =>
        Math.Sqrt(2 * GammaIntegral.Inverse(0.5, 1 - (2 * upper), 2 * upper));
}
