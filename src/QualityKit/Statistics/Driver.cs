namespace QualityKit.Statistics;

/// <summary>What a predictor has to do with an outcome.</summary>
public sealed record Driver
{
    /// <summary>The predictor.</summary>
    public required string Name { get; init; }

    /// <summary>How much of the outcome's variance it explains, its share in what all explain together. The interval is the percentiles of cases drawn again, widened where it would not hold the value.</summary>
    public required Estimate Importance { get; init; }

    /// <summary>Its importance over that of all, 0 to 1.</summary>
    public required double Share { get; init; }

    /// <summary>How it correlates with the outcome, on its own.</summary>
    public required Estimate Correlation { get; init; }

    /// <summary>What it does with all others held where they are: see <see cref="RegressionTerm.Coefficient"/>.</summary>
    public required Estimate Effect { get; init; }

    /// <summary>How often a meaningless predictor was as important, in cases drawn again; raised for the number of predictors (Holm 1979).</summary>
    public required double PValue { get; init; }

    /// <summary>Whether it is established to be more than a meaningless predictor would be.</summary>
    public required bool IsEstablished { get; init; }

    /// <summary>Which way the outcome goes with it, on its own.</summary>
    public DriverDirection Direction => (Correlation.Interval, Correlation.Value) switch
    {
        ({ Lower: > 0 }, _) or (null, 1) => DriverDirection.Raises,
        ({ Upper: < 0 }, _) or (null, -1) => DriverDirection.Lowers,
        _ => DriverDirection.Unclear,
    };
}
