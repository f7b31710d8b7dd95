using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for the scoring method of a form: its parts, and which go together (S5 to S16).</summary>
internal static class MethodRules
{
    public const int MaximumDigits = 6;

    public static void Check(FormInspection form)
    {
        ScoringMethod? method = form.Draft.Method;
        if (method is null)
        {
            form.Issues.Error(IssueCodes.Missing, "/method");
            return;
        }

        if (method.SemanticsVersion != 1)
        {
            form.Issues.Error(IssueCodes.UnknownSemantics, "/method/semantics", ("value", method.SemanticsVersion));
        }

        if (method.Name is not null)
        {
            TextRules.CheckStorable(form.Issues, method.Name, "/method/name", TextRules.LongestName);
        }

        CheckValue(form, method);
        CheckRules(form, method);
        CheckCriticalBelow(form);
        CheckBonus(form);
        CheckSelection(form, method);
        CheckLeastAnswers(form);
        CheckCap(form);
        CheckShowing(form, method);
    }

    private static void CheckValue(FormInspection form, ScoringMethod method)
    {
        IssueList issues = form.Issues;
        CheckPresent(issues, method.Value, "/method/value");
        NumberRules.CheckDigits(issues, form.Method.Value.Scale, "/method/scale");
        if (form.Method.Value.Kind == QuestionValueKind.AsPoints && !form.Method.IsMeanOfValues && form.Method.Combination.Kind != CombinationKind.Sum)
        {
            issues.Error(IssueCodes.ValueDoesNotFit, "/method/value", ("combination", Name(form.Method.Combination)));
        }

        CheckPresent(issues, method.Combination, "/method/combination");
        NumberRules.CheckDigits(issues, form.Method.Combination.Start, "/method/from");
    }

    private static void CheckRules(FormInspection form, ScoringMethod method)
    {
        IssueList issues = form.Issues;
        EnumRules.Check(issues, method.NotApplicable, "/method/notApplicable");
        EnumRules.Check(issues, method.Unanswered, "/method/unanswered");
        EnumRules.Check(issues, method.Failure, "/method/failure");
        if (form.Method.Combination.Kind == CombinationKind.Grade && method.Failure == FailureEffect.Zero)
        {
            issues.Error(IssueCodes.FailureDoesNotFit, "/method/failure");
        }
    }

    private static void CheckCriticalBelow(FormInspection form)
    {
        const string pointer = "/method/criticalBelow";
        if (form.Method.CriticalBelow is not { } percent)
        {
            return;
        }

        if (percent is <= 0 or > 100)
        {
            form.Issues.Error(IssueCodes.CriticalBelowOutOfBounds, pointer, ("value", percent));
        }

        NumberRules.CheckDigits(form.Issues, percent, pointer);
        if (form.Method.TakesPoints)
        {
            form.Issues.Error(IssueCodes.CriticalBelowWithoutShares, pointer);
        }
    }

    private static void CheckBonus(FormInspection form)
    {
        EnumRules.Check(form.Issues, form.Method.Bonus, "/method/bonus");
        if (form.Method.Bonus == BonusRule.ToMean && (!form.Method.IsMeanOfValues || form.Method.Combination.Kind == CombinationKind.Grade))
        {
            form.Issues.Error(IssueCodes.BonusDoesNotFit, "/method/bonus", ("combination", Name(form.Method.Combination)));
        }
    }

    private static void CheckSelection(FormInspection form, ScoringMethod method)
    {
        CheckPresent(form.Issues, method.Selection, "/method/dropLowest");
        Selection selection = form.Method.Selection;
        if (selection.Kind == SelectionKind.All)
        {
            return;
        }

        string pointer = $"/method/{EnumRules.Name(selection.Kind)}";
        bool needsMean = selection.Kind is SelectionKind.KeepMiddle or SelectionKind.KeepMostFrequent;
        if (form.Method.Combination.Kind is CombinationKind.Sum or CombinationKind.Deductions or CombinationKind.Grade || (needsMean && !form.Method.IsMeanOfValues))
        {
            form.Issues.Error(IssueCodes.SelectionDoesNotFit, pointer, ("combination", Name(form.Method.Combination)));
        }
        else if (selection.Kind == SelectionKind.DropLowest && selection.Count >= MostSortedTogether(form))
        {
            form.Issues.Warning(IssueCodes.EverythingDropped, pointer, ("count", selection.Count), ("questions", MostSortedTogether(form)));
        }
    }

    // S10: each group sorts its own questions under GroupWeights, elsewhere all are sorted at once.
    private static int MostSortedTogether(FormInspection form)
    {
        IEnumerable<OutlinePlace> normal = form.Outline.Places.Where(place => place.Item is ScoredQuestion { IsExcluded: false, IsBonus: false });
        return form.Method.Combination.Kind == CombinationKind.GroupWeights
            ? normal.GroupBy(place => place.Parent).Select(group => group.Count()).DefaultIfEmpty().Max()
            : normal.Count();
    }

    private static void CheckLeastAnswers(FormInspection form)
    {
        if (form.Method.LeastAnswers is not { } least)
        {
            return;
        }

        if (least.Count < 1)
        {
            form.Issues.Error(IssueCodes.NumberOutOfBounds, "/method/leastAnswers", ("value", least.Count), ("least", 1), ("most", int.MaxValue));
        }

        int questions = form.Outline.Scored().Count();
        if (least.Count > questions)
        {
            form.Issues.Warning(IssueCodes.TooFewQuestionsToAnswer, "/method/leastAnswers", ("count", least.Count), ("questions", questions));
        }

        EnumRules.Check(form.Issues, least.Effect, "/method/leastAnswersEffect");
    }

    private static void CheckCap(FormInspection form)
    {
        if (form.Method.CapAtFull && form.Method.Unit != ScoreUnit.Share)
        {
            form.Issues.Error(IssueCodes.CapWithoutShares, "/method/capAtFull", ("unit", MarkRules.Name(form.Method.Unit)));
        }
    }

    private static void CheckShowing(FormInspection form, ScoringMethod method)
    {
        IssueList issues = form.Issues;
        EnumRules.Check(issues, method.Critical, "/method/critical");
        CheckPresent(issues, method.Rounding, "/method/digits");
        NumberRules.CheckBounds(issues, form.Method.Rounding.Digits, 0, MaximumDigits, "/method/digits");
        EnumRules.Check(issues, form.Method.Rounding.Midpoint, "/method/midpoint");
    }

    private static void CheckPresent(IssueList issues, object? part, string pointer)
    {
        if (part is null)
        {
            issues.Error(IssueCodes.Missing, pointer);
        }
    }

    // As docs/form-format.md writes it.
    private static string Name(Combination combination) =>
        combination is { Kind: CombinationKind.GroupWeights, Within: GroupBasis.Points }
            ? "groupWeights within points"
            : EnumRules.Name(combination.Kind);
}
