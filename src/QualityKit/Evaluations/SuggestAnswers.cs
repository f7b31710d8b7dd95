using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Adds what a machine would answer, with what it goes by (rule E14). A later suggestion for a question takes the place of an earlier one.</summary>
public sealed record SuggestAnswers : EvaluationCommand
{
    /// <summary>The suggestions.</summary>
    public required ImmutableArray<AnswerSuggestion> Suggestions { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>What texts are kept apart under.</summary>
    public required ContentSalt Salt { get; init; }

    /// <inheritdoc/>
    public override EvaluationAction Action => EvaluationAction.Suggest;

    internal override Validated<EvaluationChange> Apply(Situation situation)
    {
        var turn = new Turn(situation, this);
        ImmutableArray<MachineAnswer> taken = [.. Suggestions.Select((suggestion, position) => Take(situation, turn, suggestion, position))];
        turn.Tell(FactCodes.Suggested, ("count", taken.Length));
        return turn.Done(() => new(situation.Evaluation with
        {
            Suggestions = [.. situation.Evaluation.Suggestions.Where(earlier => taken.All(later => later.Question != earlier.Question)), .. taken],
        }));
    }

    private MachineAnswer Take(Situation situation, Turn turn, AnswerSuggestion given, int position)
    {
        string pointer = $"/suggestions/{position}";
        CommentRules.CheckQuestion(turn.Issues, situation.Form, given.Question, $"{pointer}/question");
        if (Suggestions.Take(position).Any(earlier => earlier.Question == given.Question))
        {
            turn.Issues.Error(IssueCodes.QuestionTwice, $"{pointer}/question", ("question", given.Question));
        }

        if (given.Confidence is < 0 or > 1)
        {
            turn.Issues.Error(IssueCodes.ConfidenceOutOfRange, $"{pointer}/confidence", ("confidence", given.Confidence.Value));
        }

        (Answer? answer, ContentRef? text) = ProposedAnswers.Apart(situation.Form, turn, given.Question, given.Answer, (Salt, $"{pointer}/answer"));
        return new()
        {
            Question = given.Question,
            Machine = given.Machine,
            At = situation.Now,
            Answer = answer,
            Text = text,
            Confidence = given.Confidence,
            Failure = given.Failure,
            Evidence = [.. given.Evidence.Select((evidence, index) => Take(turn, evidence, $"{pointer}/evidence/{index}"))],
        };
    }

    private MachineEvidence Take(Turn turn, SuggestedEvidence given, string pointer)
    {
        if (given.Moment is { } moment)
        {
            CommentRules.CheckMoment(turn.Issues, moment, $"{pointer}/moment");
        }

        return new() { Quote = turn.KeepIfSaid(given.Quote, Salt, $"{pointer}/quote"), Moment = given.Moment };
    }
}
