using QualityKit.People;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Gives an evaluation to an evaluator, or its open dispute to another reviewer (rules E2, E10).</summary>
public sealed record AssignEvaluation : EvaluationCommand
{
    /// <summary>To whom; null for whoever takes it.</summary>
    public PersonId? To { get; init; }

    /// <summary>The instants that count from now; a dispute has none.</summary>
    public Deadlines Deadlines { get; init; } = Deadlines.None;

    /// <inheritdoc/>
    public override EvaluationAction Action => EvaluationAction.Assign;

    internal override Validated<EvaluationChange> Apply(Situation situation) =>
        situation.Status == EvaluationStatus.Disputed ? Reroute(situation) : Assign(situation);

    private Validated<EvaluationChange> Assign(Situation situation)
    {
        var turn = new Turn(situation, this);
        Evaluation evaluation = situation.Evaluation;
        AssignmentRules.Check(turn.Issues, evaluation.Kind, evaluation.Subject, To, "/to");
        AssignmentRules.Check(turn.Issues, Deadlines, situation.Now);
        turn.Tell(FactCodes.Assigned, ("to", To), ("due", Deadlines.DueAt), ("expires", Deadlines.ExpiresAt));
        return turn.Done(() => new(evaluation with
        {
            Assignment = new() { Evaluator = To, By = situation.Actor.Id, At = situation.Now, Deadlines = Deadlines },
        }));
    }

    private Validated<EvaluationChange> Reroute(Situation situation)
    {
        var turn = new Turn(situation, this);
        if (To is { } reviewer && DisputeRouting.Refusal(situation.Evaluation, situation.Open.RaisedBy, reviewer) is not null)
        {
            turn.Issues.Error(IssueCodes.ReviewerRefused, "/to", ("person", reviewer));
        }

        turn.Tell(FactCodes.Rerouted, ("dispute", situation.Open.Number), ("to", To));
        return turn.Done(() => new(situation.Evaluation with
        {
            Disputes = situation.Evaluation.Disputes.SetItem(situation.Open.Number - 1, situation.Open with { Reviewer = To }),
        }));
    }
}
