using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>Whether one of two raters fails a yes/no question more often than the other, from the units on which they differ (McNemar 1947).</summary>
public sealed record McNemarTest
{
    private McNemarTest()
    {
    }

    /// <summary>Units that only the first failed.</summary>
    public long FirstOnly { get; private init; }

    /// <summary>Units that only the second failed.</summary>
    public long SecondOnly { get; private init; }

    /// <summary>Insufficient data when they differ nowhere.</summary>
    public EstimateStatus Status => FirstOnly + SecondOnly == 0 ? EstimateStatus.InsufficientData : EstimateStatus.Ok;

    /// <summary>(b - c)^2 / (b + c), chi-square distributed with one degree of freedom; null when they differ nowhere.</summary>
    public double? ChiSquare => Statistic(Math.Abs(FirstOnly - (double)SecondOnly));

    /// <summary>The same with Edwards' correction for continuity (1948).</summary>
    public double? Corrected => Statistic(Math.Max(0, Math.Abs(FirstOnly - (double)SecondOnly) - 1));

    /// <summary>The two-sided chance of a difference as large if both were alike, exact from the binomial distribution; null when they differ nowhere.</summary>
    public double? PValue => Status != EstimateStatus.Ok
        ? null
        : Math.Min(1, 2 * BinomialDistribution.Lower(Math.Min(FirstOnly, SecondOnly), FirstOnly + SecondOnly, 0.5));

    /// <summary>Tests two counts.</summary>
    /// <param name="firstOnly">Units that only the first failed, 0 or more.</param>
    /// <param name="secondOnly">Units that only the second failed, 0 or more.</param>
    public static McNemarTest Of(long firstOnly, long secondOnly)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstOnly);
        ArgumentOutOfRangeException.ThrowIfNegative(secondOnly);
        return new McNemarTest { FirstOnly = firstOnly, SecondOnly = secondOnly };
    }

    private double? Statistic(double difference) => Status == EstimateStatus.Ok ? difference * difference / (FirstOnly + (double)SecondOnly) : null;
}
