using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Stands up for what a machine submitted, so that it can be released (rule E14).</summary>
public sealed record ConfirmEvaluation : EvaluationCommand
{
    /// <inheritdoc/>
    public override EvaluationAction Action => EvaluationAction.Confirm;

    internal override Validated<EvaluationChange> Apply(Situation situation)
    {
        var turn = new Turn(situation, this);
        turn.Tell(FactCodes.Confirmed);
        return turn.Done(() => new(situation.WithCurrent(situation.Current with { Confirmation = new() { By = situation.Actor.Id, At = situation.Now } })));
    }
}
