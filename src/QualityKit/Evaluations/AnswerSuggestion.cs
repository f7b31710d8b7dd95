using System.Collections.Immutable;
using QualityKit.Forms;

namespace QualityKit.Evaluations;

/// <summary>The answer that a machine would give, or why it gives none.</summary>
public sealed record AnswerSuggestion
{
    /// <summary>The key of the question.</summary>
    public required string Question { get; init; }

    /// <summary>The machine and its version.</summary>
    public required string Machine { get; init; }

    /// <summary>The answer; null when there is none.</summary>
    public Answer? Answer { get; init; }

    /// <summary>How sure the machine is, from 0 to 1; null when it does not say.</summary>
    public decimal? Confidence { get; init; }

    /// <summary>Why there is no answer, as a code of the machine; null when there is one.</summary>
    public string? Failure { get; init; }

    /// <summary>What it goes by.</summary>
    public ImmutableArray<SuggestedEvidence> Evidence { get; init => field = value.IsDefault ? [] : value; } = [];
}
