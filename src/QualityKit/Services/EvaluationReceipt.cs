using System.Collections.Immutable;
using QualityKit.Evaluations;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Services;

/// <summary>What came of a command. The same command again gets the same receipt.</summary>
/// <remarks>It holds no text that a person wrote, and nothing that the actor of the command may not see.</remarks>
public sealed record EvaluationReceipt
{
    /// <summary>The evaluation.</summary>
    public required EvaluationId Evaluation { get; init; }

    /// <summary>What happened, in order; nothing when a draft was saved.</summary>
    public ImmutableArray<EvaluationFact> Facts { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The score of the version that the command made; null when it made none.</summary>
    public Scorecard? Scorecard { get; init; }

    /// <summary>Why the score moved, line by line; null when there was none before.</summary>
    public ScoreDiff? Difference { get; init; }

    /// <summary>What would block submitting a draft that was saved.</summary>
    public ImmutableArray<Issue> Blocking { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The evaluation and what happened.</summary>
    public override string ToString() => $"{Evaluation}: {string.Join(", ", Facts.Select(fact => fact.Code))}";
}
