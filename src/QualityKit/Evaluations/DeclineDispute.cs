using QualityKit.Canonical;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Declines the open dispute; the version stands (rule E11).</summary>
public sealed record DeclineDispute : EvaluationCommand
{
    /// <summary>Why; 1 to 10,000 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>What texts are kept apart under.</summary>
    public required ContentSalt Salt { get; init; }

    /// <inheritdoc/>
    public override EvaluationAction Action => EvaluationAction.DeclineDispute;

    internal override Validated<EvaluationChange> Apply(Situation situation)
    {
        var turn = new Turn(situation, this);
        ContentRef reason = turn.KeepRequired(Reason, Salt, "/reason");
        var resolution = new DisputeResolution { By = situation.Actor.Id, At = situation.Now, Reason = reason };
        turn.Tell(FactCodes.DisputeDeclined, ("dispute", situation.Open.Number), ("reason", reason));
        return turn.Done(() => new(Resolve(situation, resolution)));
    }

    internal static Evaluation Resolve(Situation situation, DisputeResolution resolution) => situation.Evaluation with
    {
        Disputes = situation.Evaluation.Disputes.SetItem(situation.Open.Number - 1, situation.Open with { Resolution = resolution }),
    };
}
