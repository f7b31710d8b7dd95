namespace QualityKit.Statistics;

/// <summary>The weight that a question could have in a rubric.</summary>
/// <param name="Name">The predictor.</param>
/// <param name="Weight">The weight, 0 or more.</param>
public readonly record struct SuggestedWeight(string Name, int Weight);
