namespace QualityKit.Statistics.Numerics;

/// <summary>The two sides of a probability, each with its own digits: the small one is never 1 less the large one where that would lose them.</summary>
/// <param name="LogLower">The logarithm of the chance of at most this.</param>
/// <param name="LogUpper">The logarithm of the chance of more.</param>
internal readonly record struct Tail(double LogLower, double LogUpper)
{
    /// <summary>The chance of at most this.</summary>
    public double Lower => Math.Exp(LogLower);

    /// <summary>The chance of more.</summary>
    public double Upper => Math.Exp(LogUpper);

    /// <summary>The side that is known, and the other.</summary>
    public static Tail FromLower(double logLower) => new(logLower, LogOther(logLower));

    /// <summary>The side that is known, and the other.</summary>
    public static Tail FromUpper(double logUpper) => new(LogOther(logUpper), logUpper);

    private static double LogOther(double log) => double.LogP1(-Math.Exp(Math.Min(log, 0)));
}
