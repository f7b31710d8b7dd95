using QualityKit.Canonical;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Hands in complete answers: version 1 (rule E5).</summary>
public sealed record SubmitEvaluation : EvaluationCommand
{
    /// <summary>The answers and comments.</summary>
    public required EvaluationAnswers Answers { get; init; }

    /// <summary>What texts are kept apart under.</summary>
    public required ContentSalt Salt { get; init; }

    /// <inheritdoc/>
    public override EvaluationAction Action => EvaluationAction.Submit;

    internal override Validated<EvaluationChange> Apply(Situation situation)
    {
        var turn = new Turn(situation, this);
        Evaluation begun = StartEvaluation.Begin(situation, turn);
        EvaluationVersion version = VersionMaker.Prepare(situation, turn, Answers, Salt);
        turn.Tell(FactCodes.Submitted, ("form", situation.Form.Id), ("rules", RecordedScore.CurrentRules));
        return turn.Done(() => VersionMaker.Add(situation, begun, version, Answers));
    }
}
