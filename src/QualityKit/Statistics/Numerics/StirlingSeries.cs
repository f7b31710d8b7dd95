namespace QualityKit.Statistics.Numerics;

/// <summary>What Stirling's formula lacks, and how far a mean is from a count: the two parts from which densities are computed without cancellation.</summary>
/// <remarks>After C. Loader (2000), Fast and accurate computation of binomial probabilities.</remarks>
internal static class StirlingSeries
{
    /// <summary>Half the logarithm of 2 pi.</summary>
    public const double HalfLogTwoPi = 0.918938533204672741780329736406;

    // From here on the series is exact to the last digit.
    private const double SeriesFrom = 15;

    // The Bernoulli numbers B(2k) / (2k (2k - 1)), Abramowitz and Stegun 6.1.41.
    private static readonly double[] Terms =
        [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156];

    /// <summary>log Gamma(n + 1) - ((n + 1/2) log n - n + log sqrt(2 pi)), for n above 0.</summary>
    public static double Error(double n)
    {
        // One step of the recurrence loses nothing: both parts are near 1.
        double steps = 0;
        for (; n < SeriesFrom; n++)
        {
            steps += ((n + 0.5) * double.LogP1(1 / n)) - 1;
        }

        double square = 1 / (n * n);
        double sum = 0;
        for (int i = Terms.Length - 1; i >= 0; i--)
        {
            sum = (sum * square) + Terms[i];
        }

        return steps + (sum / n);
    }

    /// <summary>k log(k / m) + m - k, given their difference, which the caller knows better than a subtraction would.</summary>
    /// <param name="k">The count, above 0.</param>
    /// <param name="m">The mean, 0 or more.</param>
    /// <param name="difference">k - m.</param>
    public static double Deviance(double k, double m, double difference)
    {
        double u = difference / m;
        return Math.Abs(u) >= 0.1 ? (k * double.LogP1(u)) - difference : m * NearOne(u);
    }

    // (1 + u) log(1 + u) - u, as a series.
    private static double NearOne(double u)
    {
        double sum = 0;
        double power = u * u;
        for (int k = 1; Math.Abs(power) > 1e-18 * Math.Abs(sum); k++)
        {
            sum += power / (k * (k + 1.0));
            power *= -u;
        }

        return sum;
    }
}
