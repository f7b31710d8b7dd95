using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>What a command makes of an evaluation; to be stored together or not at all.</summary>
public sealed record EvaluationChange
{
    internal EvaluationChange(Evaluation evaluation) => Evaluation = evaluation;

    /// <summary>The evaluation afterwards.</summary>
    public Evaluation Evaluation { get; internal init; }

    /// <summary>The scorecard of a new version; null when there is none.</summary>
    public Scorecard? Scorecard { get; internal init; }

    /// <summary>Why the score of a new version moved, line by line; null when there was none before.</summary>
    public ScoreDiff? Difference { get; internal init; }

    /// <summary>The draft to keep; null when nothing was saved.</summary>
    public EvaluationDraft? Draft { get; internal init; }

    /// <summary>What would block submitting the draft.</summary>
    public ImmutableArray<Issue> Blocking { get; internal init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The texts to keep, each in a document of its own.</summary>
    public ImmutableArray<PersonalContent> Contents { get; internal init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The texts to erase.</summary>
    public ImmutableArray<ContentId> Erased { get; internal init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the audit keeps.</summary>
    public ImmutableArray<EvaluationFact> Facts => [.. Happened.Where(one => one.IsAudited).Select(one => one.Fact)];

    /// <summary>What others are told.</summary>
    public ImmutableArray<EvaluationFact> Events => [.. Happened.Where(one => one.IsTold).Select(one => one.Fact)];

    /// <summary>All that happened, in order.</summary>
    internal ImmutableArray<(EvaluationFact Fact, bool IsAudited, bool IsTold)> Happened { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The evaluation and the codes of what happened.</summary>
    public override string ToString() => $"{Evaluation}: {string.Join(", ", Facts.Select(fact => fact.Code))}";
}
