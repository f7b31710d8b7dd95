using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Begins an evaluation. Whoever starts what nobody was named for is its evaluator (rule E3).</summary>
public sealed record StartEvaluation : EvaluationCommand
{
    /// <inheritdoc/>
    public override EvaluationAction Action => EvaluationAction.Start;

    internal override Validated<EvaluationChange> Apply(Situation situation)
    {
        var turn = new Turn(situation, this);
        Evaluation begun = Begin(situation, turn);
        return turn.Done(() => new(begun));
    }

    /// <summary>The evaluation, begun if it was not; saving and submitting begin it too.</summary>
    internal static Evaluation Begin(Situation situation, Turn turn)
    {
        if (situation.Status == EvaluationStatus.Pending)
        {
            turn.Tell(FactCodes.Started);
        }

        // Only the evaluator begins, or whoever takes what is nobody's.
        Evaluation evaluation = situation.Evaluation;
        return evaluation with
        {
            StartedAt = evaluation.StartedAt ?? situation.Now,
            Assignment = evaluation.Assignment with { Evaluator = situation.Actor.Id },
        };
    }
}
