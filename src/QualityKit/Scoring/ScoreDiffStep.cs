using System.Collections.Immutable;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>One step of the way from a score to another (rule S23).</summary>
public sealed record ScoreDiffStep
{
    /// <summary>What changes in it.</summary>
    public required ScoreDiffStepKind Kind { get; init; }

    /// <summary>How its change is split among its lines.</summary>
    public required ScoreDiffSplit Split { get; init; }

    /// <summary>The score before it; null when there is none.</summary>
    public Score? Before { get; init; }

    /// <summary>The score after it; null when there is none.</summary>
    public Score? After { get; init; }

    /// <summary>What it adds, which its lines add up to exactly; null when they have no amounts.</summary>
    public Score? Change => Split != ScoreDiffSplit.None && Before is { } before && After is { } after ? new Score(after.Value - before.Value, after.Unit) : null;

    /// <summary>The reasons, questions in document order.</summary>
    public ImmutableArray<ScoreDiffLine> Lines { get; init => field = value.IsDefault ? [] : value; } = [];
}
