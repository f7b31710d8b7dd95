namespace QualityKit.Statistics;

/// <summary>What one predictor does in a regression, with all others held where they are.</summary>
public sealed record RegressionTerm
{
    /// <summary>The predictor.</summary>
    public required string Name { get; init; }

    /// <summary>How much the outcome (or, in a logistic regression, its log odds) rises for one more of the predictor.</summary>
    public required Estimate Coefficient { get; init; }

    /// <summary>The chance of a coefficient as far from 0 if the predictor did nothing; null where there is none.</summary>
    public double? PValue { get; init; }
}
