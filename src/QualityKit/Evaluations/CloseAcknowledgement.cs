using QualityKit.Canonical;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Closes what a subject who has left did not acknowledge (rule E8).</summary>
public sealed record CloseAcknowledgement : EvaluationCommand
{
    /// <summary>Why; 1 to 10,000 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>What texts are kept apart under.</summary>
    public required ContentSalt Salt { get; init; }

    /// <inheritdoc/>
    public override EvaluationAction Action => EvaluationAction.CloseAcknowledgement;

    internal override Validated<EvaluationChange> Apply(Situation situation)
    {
        var turn = new Turn(situation, this);
        ContentRef reason = turn.KeepRequired(Reason, Salt, "/reason");
        turn.Tell(FactCodes.Closed, ("reason", reason));
        return turn.Done(() => new(situation.WithCurrent(situation.Current with
        {
            Acknowledgement = new() { By = situation.Actor.Id, At = situation.Now, IsClosed = true, Comment = reason },
        })));
    }
}
