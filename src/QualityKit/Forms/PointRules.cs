using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for what answers earn: whether they can change the score, and whether the method can divide by them (S4, S5).</summary>
internal static class PointRules
{
    /// <summary>Checks the points of a question that is scored.</summary>
    /// <param name="form">The form.</param>
    /// <param name="question">The question.</param>
    /// <param name="pointer">Where its options or ranges are.</param>
    public static void Check(FormInspection form, ScoredQuestion question, string pointer)
    {
        if (question.IsExcluded || !HasAnswers(question))
        {
            return;
        }

        EarnablePoints points = EarnablePoints.Of(question);
        CheckWorth(form, question, points, pointer);
        CheckScale(form, question, points, pointer);
    }

    private static void CheckWorth(FormInspection form, ScoredQuestion question, EarnablePoints points, string pointer)
    {
        if (DividesByHighest(form.Method, question) && points.Highest.Sign < 0)
        {
            form.Issues.Error(IssueCodes.NegativeHighestPoints, pointer, ("highest", points.Highest.ToString()));
        }
        else if (IsLeftOut(form.Method, points))
        {
            if (!OnlyFails(question, points))
            {
                form.Issues.Warning(IssueCodes.NeutralQuestion, pointer, ("question", question.Key ?? ""));
            }
        }
        else if (points.AreConstant && !EarnablePoints.Failures(question).Any())
        {
            form.Issues.Warning(IssueCodes.AnswersWorthTheSame, pointer, ("question", question.Key ?? ""));
        }
    }

    private static void CheckScale(FormInspection form, ScoredQuestion question, EarnablePoints points, string pointer)
    {
        QuestionValue value = form.Method.Value;
        if (value.Kind == QuestionValueKind.OfFixedScale && !form.Method.TakesPoints && points.Highest > value.Scale && !question.IsBonus)
        {
            form.Issues.Warning(IssueCodes.PointsAboveScale, pointer, ("highest", points.Highest.ToString()), ("scale", value.Scale));
        }
    }

    /// <summary>Checks a group whose own questions are taken as one pool of points (S8).</summary>
    public static void CheckPool(FormInspection form, Group group, string pointer)
    {
        if (form.Method.Combination is not { Kind: CombinationKind.GroupWeights, Within: GroupBasis.Points })
        {
            return;
        }

        ScoredQuestion[] scored = [.. group.Items.OfType<ScoredQuestion>().Where(question => !question.IsExcluded)];
        EarnablePoints[] points = [.. scored.Select(EarnablePoints.Of)];
        if (!scored.Any(question => question.IsBonus)
            && points.All(earnable => earnable.Possible(form.Method.Value).IsZero)
            && points.Any(earnable => !earnable.Most.IsZero || !earnable.Least.IsZero))
        {
            form.Issues.Warning(IssueCodes.GroupLosesPoints, pointer, ("group", group.Key ?? ""));
        }
    }

    private static bool HasAnswers(ScoredQuestion question) => question switch
    {
        ChoiceQuestion choice => choice.Options.Length >= OptionRules.LeastOfChoice,
        MultiSelectQuestion selection => !selection.Options.IsEmpty,
        NumberQuestion number => !number.Ranges.IsEmpty,
        _ => false,
    };

    // S7, S8: means divide each question's points by its highest; sums divide by the total of the normal questions only.
    private static bool DividesByHighest(ScoringMethod method, ScoredQuestion question) =>
        method.Value.Kind == QuestionValueKind.OfMaximum
        && method.Combination.Kind is not (CombinationKind.Sum or CombinationKind.Grade or CombinationKind.Deductions)
        && (method.IsMeanOfValues || !question.IsBonus);

    // S5: a question with nothing possible is left out of a mean.
    private static bool IsLeftOut(ScoringMethod method, EarnablePoints points) =>
        method.IsMeanOfValues && method.Combination.Kind != CombinationKind.Grade && points.Possible(method.Value).IsZero;

    // A question that earns nothing, whatever the answer, and can fail is there for its failures.
    private static bool OnlyFails(ScoredQuestion question, EarnablePoints points) =>
        points.Most.IsZero && points.Least.IsZero && EarnablePoints.Failures(question).Any();
}
