namespace QualityKit.Statistics.Numerics;

/// <summary>The distribution of the number of successes in independent trials, to a relative error below 1e-12 in both tails.</summary>
public static class BinomialDistribution
{
    /// <summary>The chance of just so many successes (Loader 2000).</summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">0 or more.</param>
    /// <param name="probability">The chance of a success, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double Probability(long successes, long trials, double probability)
    {
        Check(successes, trials, probability);
        double failures = trials - successes;
        if (probability is 0 or 1)
        {
            return (probability == 0 ? successes : failures) == 0 ? 1 : 0;
        }

        if (successes == 0 || failures == 0)
        {
            return Math.Exp(successes == 0 ? failures * SpecialFunctions.LogOnePlus(-probability) : successes * Math.Log(probability));
        }

        double log = BetaIntegral.LogDensity(successes, failures, probability, 1 - probability);
        return Math.Exp(log + Math.Log(trials / (successes * failures)));
    }

    /// <summary>The chance of at most so many successes (Abramowitz and Stegun 1964, 26.5.24).</summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">0 or more.</param>
    /// <param name="probability">The chance of a success, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double Lower(long successes, long trials, double probability)
    {
        Check(successes, trials, probability);
        return successes == trials ? 1 : BetaDistribution.Upper(probability, successes + 1, trials - successes);
    }

    /// <summary>The chance of more than so many successes, with all its digits where it is small.</summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">0 or more.</param>
    /// <param name="probability">The chance of a success, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double Upper(long successes, long trials, double probability)
    {
        Check(successes, trials, probability);
        return successes == trials ? 0 : BetaDistribution.Lower(probability, successes + 1, trials - successes);
    }

    private static void Check(long successes, long trials, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        Guard.Share(probability);
    }
}
