namespace QualityKit.Statistics.Numerics;

/// <summary>The regularised incomplete gamma functions and their inverse.</summary>
internal static class GammaIntegral
{
    // Beyond it x has no longer all its digits.
    private const double LargestLog = 705;

    /// <summary>P(a, x) and Q(a, x), for a above 0 and x of 0 or more, but not infinite.</summary>
    public static Tail Of(double a, double x) =>
        x < a + 1 ? Tail.FromLower(LogDensity(a, x) - Math.Log(a) + Math.Log(Series(a, x))) : Tail.FromUpper(LogDensity(a, x) - Math.Log(Fraction(a, x)));

    /// <summary>The logarithm of x^a e^-x / Gamma(a): the density of log x.</summary>
    public static double LogDensity(double a, double x) =>
        (0.5 * Math.Log(a)) - StirlingSeries.HalfLogTwoPi - StirlingSeries.Error(a) - StirlingSeries.Deviance(a, x, a - x);

    /// <summary>The x where P(a, x) is <paramref name="lower"/> and Q(a, x) is <paramref name="upper"/>; the smaller of the two decides. One that would be below 1e-306, as it is for a tiny shape, is 0.</summary>
    public static double Inverse(double a, double lower, double upper)
    {
        bool isLower = lower <= upper;
        double log = LogConcave.Solve(
            Math.Log(a),
            LargestLog,
            stride: 2,
            isLower ? Math.Log(lower) : Math.Log(upper),
            at => At(a, Math.Exp(at), isLower));
        return log > -LargestLog ? Math.Exp(log) : 0;
    }

    private static (double Log, double LogSlope) At(double a, double x, bool isLower)
    {
        Tail tail = Of(a, x);
        double log = isLower ? tail.LogLower : tail.LogUpper;
        double slope = Math.Exp(LogDensity(a, x) - log);
        return (log, isLower ? slope : -slope);
    }

    // Abramowitz and Stegun 6.5.29: the sum of x^n / ((a + 1) ... (a + n)).
    private static double Series(double a, double x)
    {
        double sum = 1;
        double term = 1;
        for (double n = a + 1; term > 1e-17 * sum; n++)
        {
            term *= x / n;
            sum += term;
        }

        return sum;
    }

    // Abramowitz and Stegun 6.5.31, contracted to its even part.
    private static double Fraction(double a, double x) =>
        ContinuedFraction.Evaluate(m => (-m * (m - a), x + (2 * m) + 1 - a));
}
