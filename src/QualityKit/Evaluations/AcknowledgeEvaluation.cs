using QualityKit.Canonical;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>The subject says that they have seen it (rule E8).</summary>
public sealed record AcknowledgeEvaluation : EvaluationCommand
{
    /// <summary>What they have to say; null for nothing.</summary>
    public string? Comment { get; init; }

    /// <summary>What texts are kept apart under.</summary>
    public required ContentSalt Salt { get; init; }

    /// <inheritdoc/>
    public override EvaluationAction Action => EvaluationAction.Acknowledge;

    internal override Validated<EvaluationChange> Apply(Situation situation)
    {
        var turn = new Turn(situation, this);
        ContentRef? comment = turn.KeepIfSaid(Comment, Salt, "/comment");
        turn.Tell(FactCodes.Acknowledged, ("comment", comment));
        return turn.Done(() => new(situation.WithCurrent(situation.Current with
        {
            Acknowledgement = new() { By = situation.Actor.Id, At = situation.Now, Comment = comment },
        })));
    }
}
