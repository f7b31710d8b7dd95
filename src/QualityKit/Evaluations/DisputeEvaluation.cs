using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Says that a version is wrong (rules E9, E10).</summary>
public sealed record DisputeEvaluation : EvaluationCommand
{
    /// <summary>Why; 1 to 10,000 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>The questions that it is about; none for the whole.</summary>
    public ImmutableArray<DisputedQuestion> Questions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What texts are kept apart under.</summary>
    public required ContentSalt Salt { get; init; }

    /// <inheritdoc/>
    public override EvaluationAction Action => EvaluationAction.Dispute;

    internal override Validated<EvaluationChange> Apply(Situation situation)
    {
        var turn = new Turn(situation, this);
        Evaluation evaluation = situation.Evaluation;
        EvaluationVersion current = situation.Current;
        var dispute = new Dispute
        {
            Number = evaluation.Disputes.Length + 1,
            Version = current.Number,
            RaisedBy = situation.Actor.Id,
            RaisedAt = situation.Now,
            Reason = turn.KeepRequired(Reason, Salt, "/reason"),
            Questions = [.. Questions.Select((question, position) => Take(situation, turn, question, position))],
            Reviewer = DisputeRouting.Route(evaluation, situation.Form.Settings.Disputes!.Assignees, situation.Actor.Id),
        };
        turn.Tell(FactCodes.Disputed, ("dispute", dispute.Number), ("reviewer", dispute.Reviewer), ("reason", dispute.Reason));
        return turn.Done(() => new(evaluation with
        {
            Disputes = evaluation.Disputes.Add(dispute),
            Versions = evaluation.Versions.SetItem(current.Number - 1, current with { ReleaseAt = current.IsReleasedBy(situation.Now) ? current.ReleaseAt : null }),
        }));
    }

    private QuestionDispute Take(Situation situation, Turn turn, DisputedQuestion given, int position)
    {
        string pointer = $"/questions/{position}";
        CommentRules.CheckQuestion(turn.Issues, situation.Form, given.Question, $"{pointer}/question");
        if (Questions.Take(position).Any(earlier => earlier.Question == given.Question))
        {
            turn.Issues.Error(IssueCodes.QuestionTwice, $"{pointer}/question", ("question", given.Question));
        }

        (Answer? proposed, ContentRef? text) = ProposedAnswers.Apart(situation.Form, turn, given.Question, given.Proposed, (Salt, $"{pointer}/proposed"));
        return new() { Question = given.Question, Proposed = proposed, ProposedText = text };
    }
}
