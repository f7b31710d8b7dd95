using QualityKit.Forms;

namespace QualityKit.Evaluations;

/// <summary>A question that somebody disputes.</summary>
public sealed record DisputedQuestion
{
    /// <summary>The key of the question.</summary>
    public required string Question { get; init; }

    /// <summary>The answer that should stand; null for none in particular.</summary>
    public Answer? Proposed { get; init; }
}
