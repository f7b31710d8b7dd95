using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Calibration;

/// <summary>What all agreed on for one interaction, laid over the expert's answers.</summary>
internal sealed class Resolution(EvaluationForm form, SessionRound round, ImmutableArray<ResolvedAnswer> resolved)
{
    private readonly CalibrationForm _questions = CalibrationForm.From(form);

    private AnswerSheet Answers => resolved.Aggregate(round.Expert?.Answers ?? AnswerSheet.Empty, (sheet, one) => sheet.Answer(one.Question, one.Answer));

    private CalibrationSheet Scored => _questions.Sheet(round.Expert?.Evaluator.Value ?? "", Scorer.Preview(form, Answers));

    /// <summary>What evaluators can be compared with instead of the expert; null where nothing was agreed on, or too little for a score. A comment that an answer asks for is the reason.</summary>
    public CalibrationSheet? Benchmark() =>
        resolved.IsEmpty || Answers.Check(form).Errors.Any(issue => issue.Code != IssueCodes.CommentRequired) ? null : Scored;

    /// <summary>What was agreed on, in the order of the questions.</summary>
    public IEnumerable<ResolvedComparison> Compare(IReadOnlyDictionary<ContentId, string> texts)
    {
        CalibrationSheet scored = Scored;
        foreach ((int at, CalibrationQuestion question) in _questions.Questions.Index())
        {
            if (resolved.FirstOrDefault(one => one.Question == question.Key) is { } answer)
            {
                Fraction? score = scored.Questions[at];
                yield return new()
                {
                    Resolved = answer,
                    Score = score,
                    HasExpert = round.Expert is not null,
                    Expert = round.Expert?.Sheet.Questions[at],
                    Agreeing = round.Sheets.Count(sheet => sheet.Sheet.Questions[at] == score),
                    Evaluators = round.Sheets.Length,
                    Reason = texts.GetValueOrDefault(answer.Reason.Id),
                };
            }
        }
    }

    /// <summary>What is wrong with an answer to a question of a form, beside what others were given.</summary>
    public static ImmutableArray<Issue> Check(EvaluationForm form, ResolveAnswer given)
    {
        var issues = new IssueList();
        TextRules.CheckString(issues, given.Reason, "/reason", TextRules.LongestText);
        if (CalibrationForm.From(form).Questions.All(question => question.Key != given.Question))
        {
            issues.Error(IssueCodes.NotCompared, "/question", ("question", given.Question ?? ""));
            return issues.ToImmutable();
        }

        issues.AddRange(AnswerCheck.Partial(form, AnswerSheet.Empty.Answer(given.Question, given.Answer)).Issues);
        return issues.ToImmutable();
    }
}
