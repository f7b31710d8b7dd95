using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Forms;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Makes a version of what an evaluator hands in: checked, its texts apart, scored (rules E5, E17).</summary>
internal static class VersionMaker
{
    /// <summary>What would block submitting.</summary>
    public static ImmutableArray<Issue> Blocking(EvaluationForm form, EvaluationAnswers answers)
    {
        var issues = new IssueList();
        issues.AddRange(answers.Sheet.Check(form).Issues);
        Check(issues, form, answers.Moments);
        return issues.ToImmutable();
    }

    /// <summary>The change that adds a version; the evaluation is otherwise as it is given.</summary>
    public static EvaluationChange Add(Situation situation, Evaluation evaluation, EvaluationVersion version, EvaluationAnswers answers)
    {
        Scorecard card = Scorer.Score(situation.Form, answers.Sheet);
        return new(evaluation with { Versions = evaluation.Versions.Add(version with { Score = RecordedScore.Of(card) }) })
        {
            Scorecard = card,
            Difference = evaluation.Current is { } before ? ScoreDiff.Between(Scorer.Score(situation.Form, before.Answers.Sheet), card) : null,
        };
    }

    /// <summary>The version without its score.</summary>
    public static EvaluationVersion Prepare(Situation situation, Turn turn, EvaluationAnswers answers, ContentSalt salt)
    {
        turn.Issues.AddRange(Blocking(situation.Form, answers));
        return new()
        {
            Number = situation.Evaluation.Versions.Length + 1,
            ScoredBy = situation.Actor.Id,
            IsByMachine = situation.Actor.IsMachine,
            SubmittedAt = situation.Now,
            Answers = Apart(turn, answers, salt),
            Score = null,
            AsksAcknowledgement = answers.AsksAcknowledgement,
            FollowUp = answers.FollowUp,
            Decisions = [.. situation.Evaluation.Suggestions.Select(suggestion => Decide(suggestion, answers.Sheet))],
        };
    }

    public static RecordedAnswers Apart(Turn turn, EvaluationAnswers answers, ContentSalt salt)
    {
        var texts = ImmutableArray.CreateBuilder<AnswerText>();
        AnswerSheet sheet = AnswerTexts.Map(answers.Sheet, (pointer, text) =>
        {
            texts.Add(new() { Pointer = pointer, Content = turn.Keep(text, salt, pointer) });
            return AnswerTexts.Mark;
        });
        return new() { Sheet = sheet, Texts = texts.ToImmutable(), Moments = answers.Moments };
    }

    private static void Check(IssueList issues, EvaluationForm form, ImmutableArray<AnswerMoment> moments)
    {
        foreach ((int position, AnswerMoment moment) in moments.Index())
        {
            CommentRules.CheckQuestion(issues, form, moment.Question, $"/moments/{position}/question");
            CommentRules.CheckMoment(issues, moment.Moment, $"/moments/{position}/moment");
        }
    }

    private static MachineDecision Decide(MachineAnswer suggestion, AnswerSheet sheet) => new()
    {
        Question = suggestion.Question,
        Kind = suggestion.Answer is null or TextAnswer ? MachineDecisionKind.NotCompared
            : suggestion.Answer.Equals(sheet.EntryFor(suggestion.Question)?.Answer) ? MachineDecisionKind.Accepted
            : MachineDecisionKind.Changed,
    };
}
