namespace QualityKit.Statistics.Numerics;

/// <summary>The regularised incomplete beta function and its inverse. Arguments come as x and 1 - x, so that neither loses digits.</summary>
internal static class BetaIntegral
{
    // Beyond it the smaller of x and 1 - x has no longer all its digits.
    private const double LargestLogit = 705;

    /// <summary>I(x; a, b) and 1 less it, for a and b above 0 and x of 0 to 1.</summary>
    /// <param name="a">The first shape.</param>
    /// <param name="b">The second shape.</param>
    /// <param name="x">The bound.</param>
    /// <param name="y">1 - x.</param>
    public static Tail Of(double a, double b, double x, double y) =>
        x * (b + 1) <= y * (a + 1) ? Tail.FromLower(LogLower(a, b, x, y)) : Tail.FromUpper(LogLower(b, a, y, x));

    /// <summary>The logarithm of x^a y^b / B(a, b): the density of log(x / y).</summary>
    public static double LogDensity(double a, double b, double x, double y)
    {
        double n = a + b;
        double difference = (a * y) - (b * x);
        return (0.5 * (Math.Log(a) + Math.Log(b / n))) - StirlingSeries.HalfLogTwoPi
            + StirlingSeries.Error(n) - StirlingSeries.Error(a) - StirlingSeries.Error(b)
            - StirlingSeries.Deviance(a, n * x, difference) - StirlingSeries.Deviance(b, n * y, -difference);
    }

    /// <summary>
    /// The x, and 1 - x, where I(x; a, b) is <paramref name="lower"/>; of it and <paramref name="upper"/>, 1 less it, the smaller decides.
    /// One that would be below 1e-306, as it is for tiny shapes, is 0.
    /// </summary>
    public static (double X, double Y) Inverse(double a, double b, double lower, double upper)
    {
        bool isLower = lower <= upper;
        double logit = LogConcave.Solve(
            Math.Log(a / b),
            LargestLogit,
            stride: LargestLogit,
            isLower ? Math.Log(lower) : Math.Log(upper),
            at => At(a, b, at, isLower));
        return Math.Abs(logit) < LargestLogit ? Split(logit) : logit < 0 ? (0, 1) : (1, 0);
    }

    private static (double Log, double LogSlope) At(double a, double b, double logit, bool isLower)
    {
        (double x, double y) = Split(logit);
        Tail tail = Of(a, b, x, y);
        double log = isLower ? tail.LogLower : tail.LogUpper;
        double slope = Math.Exp(LogDensity(a, b, x, y) - log);
        return (log, isLower ? slope : -slope);
    }

    private static (double X, double Y) Split(double logit)
    {
        double small = Math.Exp(-Math.Abs(logit));
        (double less, double more) = (small / (1 + small), 1 / (1 + small));
        return logit < 0 ? (less, more) : (more, less);
    }

    private static double LogLower(double a, double b, double x, double y) => LogDensity(a, b, x, y) - Math.Log(Fraction(a, b, x, y));

    // DiDonato and Morris (1992), Algorithm 708, the continued fraction of section 2.
    private static double Fraction(double a, double b, double x, double y)
    {
        double start = (a * y) - (b * x) + 1;
        return ContinuedFraction.Evaluate(m =>
        {
            double low = a + (2.0 * m) - 1;
            double rest = m * (b - m) * x / low;
            double scale = (a + m - 1) * (a + b + m - 1) * x / low;
            double tail = (a + m) * (start + (m * (1 + y))) / (low + 2);
            return (scale * rest, m + (m == 0 ? 0 : rest) + tail);
        });
    }
}
