namespace QualityKit.Statistics;

/// <summary>The weight that a question could have in a rubric.</summary>
public sealed record SuggestedWeight
{
    /// <summary>The predictor.</summary>
    public required string Name { get; init; }

    /// <summary>The weight, 0 or more.</summary>
    public required int Weight { get; init; }
}
