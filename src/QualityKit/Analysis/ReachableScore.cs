using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Analysis;

/// <summary>The lowest or the highest score that a form can give, with a sheet that has it.</summary>
public sealed record ReachableScore
{
    /// <summary>The exact score, had by <see cref="Witness"/>. When not decided: the most extreme score found. Null when no sheet has a score, or none was found.</summary>
    public Score? Score { get; init; }

    /// <summary>Whether no sheet goes beyond <see cref="Score"/> (where that is null: no sheet has a score).</summary>
    public bool IsDecided { get; init; }

    /// <summary>What no sheet goes beyond: <see cref="Score"/> when decided; null when nothing is known.</summary>
    public Score? Bound { get; init; }

    /// <summary>Answers that have the score, without the comments that the form may ask for: <see cref="Scorer.Preview"/> scores them. Null when there is no score.</summary>
    public AnswerSheet? Witness { get; init; }

    /// <summary>The score, or <c>no score</c>; where it is not decided, the bound too.</summary>
    public override string ToString() =>
        (Score?.ToString() ?? "no score") + (IsDecided ? "" : $" (not decided, bound {Bound?.ToString() ?? "unknown"})");
}
