using QualityKit.Methods;

namespace QualityKit.Analysis;

/// <summary>What the answer to a question alone cannot change the total by more than, where nothing else hangs on it.</summary>
/// <remarks>Score rules, bounds and failures of others never widen a difference, so the difference before them is enough. A question that leaves
/// takes its applied weight to what the others have on average.</remarks>
internal sealed class ChangeLimit(FormModel model, StakeTable stakes)
{
    private readonly SheetSet _all = SheetSet.All(model, question => question.Own);
    private readonly ScoringMethod _method = model.Form.Method;

    /// <summary>The limit; null when nothing is known.</summary>
    /// <param name="question">The question.</param>
    /// <param name="weight">The most that its applied weight is.</param>
    public Fraction? Of(QuestionModel question, Fraction? weight)
    {
        if (question.Plan.Scored is not { IsExcluded: false } || Array.TrueForAll(question.Classes, answers => answers.Standing == AnswerStanding.Apart))
        {
            return IsAlone(question) ? Fraction.Zero : null;
        }

        if (weight is not { } most || !IsAlone(question) || _method.Selection.Kind != SelectionKind.All || new MethodTraits(model.Form).FillsMeans)
        {
            return null;
        }

        Stake[] own = [.. question.Own.SelectMany(position => stakes.Of(_all.With(question.Position, [position]), question.Position)).Where(stake => stake.Answer >= 0).Distinct()];
        Fraction[] values = [.. own.Where(stake => stake.Counts).Select(stake => ValueOf(question, stake))];
        bool canLeave = Array.Exists(own, stake => !stake.Counts);
        if (values.Length == 0 || question.Plan.Measure.Possible.IsZero)
        {
            return null;
        }

        Fraction spread = values.Max() - values.Min();
        return !canLeave ? most * spread : Around(question) is { } hull ? most * Farthest(values, hull) : null;
    }

    // No condition looks at it, and no answer fails more than another.
    private static bool IsAlone(QuestionModel question) =>
        !question.IsPartial && question.Classes[0].Leaves.Length == 0
        && question.Own.Select(position => string.Join(',', question.Classes[position].Scopes)).Distinct().Count() == 1;

    private Fraction Farthest(Fraction[] values, Fraction[] hull)
    {
        Fraction[] own = model.Questions.Any(question => question.Plan.CanFail) ? [.. values, Fraction.Zero] : values;
        return own.SelectMany(value => hull.Select(other => Fraction.Abs(value - other))).Append(own.Max() - own.Min()).Max();
    }

    // Between what the score of the others lies; null when it need not lie between their values.
    private Fraction[]? Around(QuestionModel question)
    {
        if (_method.Combination.Kind is CombinationKind.Sum || question.Plan.IsBonus)
        {
            return [Fraction.Zero];
        }

        if (_method.Combination.Kind == CombinationKind.Deductions)
        {
            return [question.Plan.Scale!.Highest];
        }

        QuestionModel[] counting = [.. model.Questions.Where(other => Array.Exists(other.Classes, answers => answers.Standing != AnswerStanding.Apart))];
        if (Array.Exists(counting, other => other.Plan.IsBonus || other.Plan.Measure.Possible.IsZero) || model.Form.Rules.Any(rule => rule.GroupKey is not null))
        {
            return null;
        }

        IEnumerable<Fraction> values = counting.SelectMany(other => stakes.Of(_all, other.Position).Where(stake => stake.Counts).Select(stake => ValueOf(other, stake)));
        Fraction[] all = [.. model.Questions.Any(other => other.Plan.CanFail) ? values.Append(Fraction.Zero) : values];
        return [all.Min(), all.Max()];
    }

    private Fraction ValueOf(QuestionModel question, Stake stake) =>
        _method.TakesPoints ? stake.Points : question.Plan.Measure.ValueOf(stake.Points);
}
