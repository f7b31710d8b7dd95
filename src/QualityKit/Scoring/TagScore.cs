using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>The score of the questions that share a tag (rule S19).</summary>
public sealed record TagScore
{
    /// <summary>The tag.</summary>
    public required string Tag { get; init; }

    /// <summary>Their score, before rules and failures; null when none counts.</summary>
    public required Score? Score { get; init; }
}
