using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Deletes an evaluation; a tombstone stays (rule E16).</summary>
public sealed record DeleteEvaluation : EvaluationCommand
{
    /// <summary>Why, as a code of the host, never personal content; 1 to 200 characters.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override EvaluationAction Action => EvaluationAction.Delete;

    internal override Validated<EvaluationChange> Apply(Situation situation)
    {
        var turn = new Turn(situation, this);
        TextRules.CheckString(turn.Issues, Reason, "/reason", TextRules.LongestName);
        turn.Tell(FactCodes.Deleted, ("reason", Reason), ("versions", situation.Evaluation.Versions.Length));
        return turn.Done(() => new(situation.Evaluation with
        {
            Tombstone = new() { By = situation.Actor.Id, At = situation.Now, Reason = Reason },
            Versions = [],
            Disputes = [],
            Comments = [],
            Suggestions = [],
        })
        {
            Erased = [.. HeldContents.Of(situation.Evaluation).Select(content => content.Id)],
        });
    }
}
