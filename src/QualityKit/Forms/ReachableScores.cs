using QualityKit.Methods;

namespace QualityKit.Forms;

/// <summary>What the scores of a form may be at all, judged in favour of the form: it may say yes where the answer is no.</summary>
internal static class ReachableScores
{
    /// <summary>Whether something can fail the form (S15).</summary>
    public static bool CanFail(FormInspection form) =>
        form.Outline.Places.Select(place => place.Item).OfType<ScoredQuestion>().Any(question =>
            EarnablePoints.Failures(question).Any(scope => scope.Kind == FailureScopeKind.Form)
            || (question.FailureScope?.Kind == FailureScopeKind.Form
                && (question.IsFatal || (question.IsCritical && form.Method.CriticalBelow is not null))));

    /// <summary>Whether extra points, a fixed scale or a score rule can lift a total above 100 %.</summary>
    public static bool CanExceedFull(FormInspection form) =>
        !form.Method.CapAtFull
        && (HasRule(form, ScoreRuleEffect.Raise, ScoreRuleEffect.SetTo, ScoreRuleEffect.Minimum)
            || form.Outline.Scored().Any(question => question.IsBonus || ExceedsItsPossible(question, form.Method.Value)));

    /// <summary>Whether negative points, deductions or a score rule can push a total below 0 %.</summary>
    public static bool CanBeNegative(FormInspection form) =>
        !form.Method.FloorAtZero
        && (form.Method.Combination.Kind == CombinationKind.Deductions
            || HasRule(form, ScoreRuleEffect.Lower, ScoreRuleEffect.SetTo)
            || form.Outline.Scored().Any(question => EarnablePoints.Of(question).Least.Sign < 0));

    private static bool ExceedsItsPossible(ScoredQuestion question, QuestionValue value)
    {
        EarnablePoints points = EarnablePoints.Of(question);
        return points.Most > points.Highest
            || (value.Kind == QuestionValueKind.OfFixedScale && points.Most > value.Scale);
    }

    private static bool HasRule(FormInspection form, params ReadOnlySpan<ScoreRuleEffect> effects)
    {
        foreach (ScoreRule? rule in form.Draft.Rules)
        {
            if (rule is not null && effects.Contains(rule.Effect))
            {
                return true;
            }
        }

        return false;
    }
}
