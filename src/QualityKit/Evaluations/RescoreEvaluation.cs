using QualityKit.Canonical;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Scores an evaluation again: a new version, which is released and acknowledged anew (rule E12).</summary>
public sealed record RescoreEvaluation : EvaluationCommand
{
    /// <summary>The answers and comments.</summary>
    public required EvaluationAnswers Answers { get; init; }

    /// <summary>Why; 1 to 10,000 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>What texts are kept apart under.</summary>
    public required ContentSalt Salt { get; init; }

    /// <inheritdoc/>
    public override EvaluationAction Action => EvaluationAction.Rescore;

    internal override Validated<EvaluationChange> Apply(Situation situation)
    {
        var turn = new Turn(situation, this);
        ContentRef reason = turn.KeepRequired(Reason, Salt, "/reason");
        EvaluationVersion version = VersionMaker.Prepare(situation, turn, Answers, Salt) with { Reason = reason };
        turn.Tell(FactCodes.Rescored, ("form", situation.Form.Id), ("rules", RecordedScore.CurrentRules), ("reason", reason));
        return turn.Done(() => VersionMaker.Add(situation, situation.Evaluation, version, Answers));
    }
}
