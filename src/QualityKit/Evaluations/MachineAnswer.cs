using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Forms;

namespace QualityKit.Evaluations;

/// <summary>What a machine suggested for a question, as an evaluation keeps it: never mixed with what a person decided (rule E14).</summary>
public sealed record MachineAnswer
{
    /// <summary>The key of the question.</summary>
    public required string Question { get; init; }

    /// <summary>The machine and its version.</summary>
    public required string Machine { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The answer; null when there is none. A text is kept apart, and a mark stands where it was.</summary>
    public Answer? Answer { get; init; }

    /// <summary>The text of the answer; null for none.</summary>
    public ContentRef? Text { get; init; }

    /// <summary>How sure the machine was, from 0 to 1; null when it did not say.</summary>
    public decimal? Confidence { get; init; }

    /// <summary>Why there is no answer; null when there is one.</summary>
    public string? Failure { get; init; }

    /// <summary>What it went by.</summary>
    public ImmutableArray<MachineEvidence> Evidence { get; init => field = value.IsDefault ? [] : value; } = [];
}
