using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Analysis;

/// <summary>Which questions are there to fail something and never can.</summary>
internal static class FailureFindings
{
    public static void Report(FindingReport report, FormModel model, VisibilityFindings visibility, AllSheets seen)
    {
        foreach (QuestionModel question in model.Questions)
        {
            if (question.Plan.Scored is not { } source || visibility.CanBeVisible(question.Position) == false)
            {
                continue;
            }

            string pointer = model.QuestionPointers[question.Position];
            bool? canBeAnswered = visibility.CanBeAnswered(question.Position);
            bool isOpen = visibility.CanBeVisible(question.Position) is null;
            if (source.IsFatal)
            {
                report.Say(isOpen ? null : NeverFails(question, FailureCause.Fatal, canBeAnswered), IssueCodes.FatalNeverFails, pointer + "/fatal", ("question", source.Key));
            }

            if (source.IsCritical && model.Plan.CriticalLimit is not null)
            {
                report.Say(isOpen ? null : NeverFails(question, FailureCause.Critical, canBeAnswered), IssueCodes.CriticalNeverFails, pointer + "/critical", ("question", source.Key));
            }
        }

        ReportMinimum(report, model, visibility, seen);
    }

    // Rule S15: an answer fails whatever the other answers are, so the question alone decides.
    private static bool? NeverFails(QuestionModel question, FailureCause cause, bool? canBeAnswered) =>
        !question.Classes.Any(answers => answers.Causes.Contains(cause)) ? true
        : canBeAnswered is { } known ? !known
        : null;

    private static void ReportMinimum(FindingReport report, FormModel model, VisibilityFindings visibility, AllSheets seen)
    {
        if (model.Form.Pass?.QuestionMinimum is { } minimum)
        {
            bool? isSeen = seen.HasBelowMinimum ? true : seen.IsComplete ? false : CanBeBelowMinimum(model, visibility);
            report.Say(isSeen is { } known ? !known : null, IssueCodes.QuestionMinimumAlwaysMet, "/pass/questionMinimum", ("minimum", minimum));
        }
    }

    // A question that is dropped for its low value is not held to the minimum (rules S10, S18).
    private static bool? CanBeBelowMinimum(FormModel model, VisibilityFindings visibility)
    {
        bool?[] below =
        [
            .. model.Questions.Where(question => question.Classes.Any(answers => answers.IsBelowMinimum))
                .Select(question => visibility.CanBeAnswered(question.Position)),
        ];
        bool canBeDropped = model.Form.Method.Selection.Kind != SelectionKind.All;
        return below.Contains(true) && !canBeDropped ? true : Array.TrueForAll(below, canBe => canBe == false) ? false : null;
    }
}
