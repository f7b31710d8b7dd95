using QualityKit.Canonical;
using QualityKit.Forms;

namespace QualityKit.Evaluations;

/// <summary>One question of a dispute.</summary>
public sealed record QuestionDispute
{
    /// <summary>The key of the question.</summary>
    public required string Question { get; init; }

    /// <summary>The answer that should stand; null for none. A text is kept apart, and a mark stands where it was.</summary>
    public Answer? Proposed { get; init; }

    /// <summary>The text of the answer that should stand; null for none.</summary>
    public ContentRef? ProposedText { get; init; }
}
