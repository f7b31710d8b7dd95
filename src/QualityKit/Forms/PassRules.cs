using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for what it takes to pass (S18).</summary>
internal static class PassRules
{
    public static void Check(FormInspection form)
    {
        if (form.Draft.Pass is not { } pass)
        {
            return;
        }

        // Without a mark everything passes that does not fail, which means something only where something can fail.
        if (pass is { Mark: null, QuestionMinimum: null } && !ReachableScores.CanFail(form))
        {
            form.Issues.Error(IssueCodes.PassRuleSaysNothing, "/pass");
        }

        CheckMark(form, pass.Mark, "/pass/mark");
        CheckMark(form, pass.QuestionMinimum, "/pass/questionMinimum");

        // S9: deductions make a share out of the points of questions.
        if (pass.QuestionMinimum is not null && form.Method.Combination.Kind == CombinationKind.Deductions)
        {
            form.Issues.Error(IssueCodes.QuestionMinimumWithoutShares, "/pass/questionMinimum");
        }
    }

    private static void CheckMark(FormInspection form, Score? mark, string pointer)
    {
        if (mark is not { } given || !MarkRules.Check(form, given, pointer) || given.Unit != ScoreUnit.Share)
        {
            return;
        }

        if (given.Value > 1)
        {
            Report(form, given, pointer, ReachableScores.CanExceedFull(form), IssueCodes.MarkNeedsExtra, IssueCodes.MarkAboveFull);
        }
        else if (given.Value < 0)
        {
            Report(form, given, pointer, ReachableScores.CanBeNegative(form), IssueCodes.MarkNeedsLosses, IssueCodes.MarkBelowZero);
        }
    }

    private static void Report(FormInspection form, Score mark, string pointer, bool isReachable, string warning, string error)
    {
        if (isReachable)
        {
            form.Issues.Warning(warning, pointer, ("mark", mark));
        }
        else
        {
            form.Issues.Error(error, pointer, ("mark", mark));
        }
    }
}
