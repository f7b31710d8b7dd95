using System.Collections.Immutable;

namespace QualityKit.Statistics;

/// <summary>A statistic with each unit left out in turn (Quenouille 1956, Tukey 1958; Efron and Tibshirani 1993, chapter 11).</summary>
public sealed record Jackknife
{
    /// <summary>The statistic of all units, with the standard error of the jackknife, sqrt((n - 1) / n times the sum of squares).</summary>
    public required Estimate Estimate { get; init; }

    /// <summary>The statistic without each unit, in the order of units; null where nothing is left to compare.</summary>
    public ImmutableArray<double?> Values { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How far the statistic lies above the truth on average: (n - 1) times the mean of the values less the statistic. Null when a value is missing.</summary>
    public double? Bias { get; init; }

    /// <summary>The statistic less its bias.</summary>
    public double? Corrected => Estimate.Value - Bias;
}
