using QualityKit.Scoring;

namespace QualityKit.Rescoring;

/// <summary>How many evaluations have one outcome before and one after.</summary>
public sealed record OutcomeTransition
{
    /// <summary>The outcome before.</summary>
    public required Outcome Before { get; init; }

    /// <summary>The outcome after.</summary>
    public required Outcome After { get; init; }

    /// <summary>How many.</summary>
    public required long Count { get; init; }
}
