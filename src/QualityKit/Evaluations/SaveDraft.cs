using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Keeps answers that somebody is still working on, one draft for each person (rule E4).</summary>
public sealed record SaveDraft : EvaluationCommand
{
    /// <summary>The answers so far; they may be incomplete or wrong.</summary>
    public required EvaluationAnswers Answers { get; init; }

    /// <inheritdoc/>
    public override EvaluationAction Action => EvaluationAction.SaveDraft;

    internal override Validated<EvaluationChange> Apply(Situation situation)
    {
        var turn = new Turn(situation, this);
        Evaluation evaluation = situation.Evaluation.Current is null ? StartEvaluation.Begin(situation, turn) : situation.Evaluation;
        return turn.Done(() => new(evaluation)
        {
            Blocking = VersionMaker.Blocking(situation.Form, Answers),
            Draft = new()
            {
                Evaluation = evaluation.Id,
                Owner = situation.Actor.Id,
                Form = situation.Form.Id,
                SavedAt = situation.Now,
                Answers = Answers,
            },
        });
    }
}
