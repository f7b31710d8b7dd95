using QualityKit.Canonical;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Accepts the open dispute and scores anew (rule E11).</summary>
public sealed record AcceptDispute : EvaluationCommand
{
    /// <summary>The answers and comments of the new version.</summary>
    public required EvaluationAnswers Answers { get; init; }

    /// <summary>Why; null when nothing is said.</summary>
    public string? Reason { get; init; }

    /// <summary>What texts are kept apart under.</summary>
    public required ContentSalt Salt { get; init; }

    /// <inheritdoc/>
    public override EvaluationAction Action => EvaluationAction.AcceptDispute;

    internal override Validated<EvaluationChange> Apply(Situation situation)
    {
        var turn = new Turn(situation, this);
        ContentRef? reason = turn.KeepIfSaid(Reason, Salt, "/reason");
        EvaluationVersion version = VersionMaker.Prepare(situation, turn, Answers, Salt) with { Reason = reason };
        var resolution = new DisputeResolution { By = situation.Actor.Id, At = situation.Now, Version = version.Number, Reason = reason };
        turn.Tell(FactCodes.DisputeAccepted, ("dispute", situation.Open.Number), ("form", situation.Form.Id), ("rules", RecordedScore.CurrentRules), ("reason", reason));
        return turn.Done(() => VersionMaker.Add(situation, DeclineDispute.Resolve(situation, resolution), version, Answers));
    }
}
