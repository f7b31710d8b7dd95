namespace QualityKit.Statistics;

/// <summary>How far a statistic varies when units are drawn again from those there are. The seed decides the numbers, on every machine.</summary>
/// <remarks>Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapters 13 and 14; quantiles are interpolated between order statistics (Hyndman and Fan 1996, type 7).</remarks>
public sealed record BootstrapResult
{
    /// <summary>The statistic of all units. Its standard error is the standard deviation of the replicates, its interval the corrected one where there is one, else the percentiles, widened where it would not hold the value.</summary>
    public required Estimate Estimate { get; init; }

    /// <summary>The percentiles of the replicates; null where there is no value.</summary>
    public ConfidenceInterval? Percentile { get; init; }

    /// <summary>The interval corrected for bias and acceleration (BCa); null where all replicates lie on one side, or leaving a unit out leaves no value.</summary>
    public ConfidenceInterval? Corrected { get; init; }

    /// <summary>How many replicates have a value.</summary>
    public int Replicates { get; init; }

    /// <summary>How many replicates drew units that are all alike, and so have no value. Many of them mean that the interval is too narrow.</summary>
    public int Undefined { get; init; }
}
