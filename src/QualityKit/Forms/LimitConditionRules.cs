using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Declared limits on when items are visible.</summary>
internal static class LimitConditionRules
{
    public static void Check(LimitInspection check, FormItem item, int position)
    {
        if (check.Form.Conditions.At(position) is not { } condition)
        {
            return;
        }

        if (item is AnswerableQuestion question && check.Limits.ConditionalQuestionsAreOptional && !IsOptional(check, question, position))
        {
            check.Report(IssueCodes.ConditionalQuestionNotOptional, condition.Pointer);
        }

        if (check.Limits.ConditionsAreFlat && condition is { IsTooDeep: false, IsTooLarge: false } && !FlatCondition.Is(item.VisibleWhen))
        {
            check.Report(IssueCodes.ConditionNotFlat, condition.Pointer);
        }

        foreach (string negation in condition.Negations)
        {
            CheckKind(check, (ConditionKinds.Not, "not"), negation);
        }

        foreach (ConditionLeaf leaf in condition.Leaves)
        {
            CheckKind(check, KindOf(leaf.Condition), leaf.Pointer);
            CheckSource(check, leaf);
        }
    }

    private static void CheckKind(LimitInspection check, (ConditionKinds Kind, string Name) condition, string pointer)
    {
        if (!check.Limits.Conditions.HasFlag(condition.Kind))
        {
            check.Report(IssueCodes.ConditionKindNotOffered, pointer, ("kind", condition.Name));
        }
    }

    private static (ConditionKinds Kind, string Name) KindOf(Condition? condition) => condition switch
    {
        AnsweredOption => (ConditionKinds.Answered, "answered"),
        NumberBetween => (ConditionKinds.Number, "number"),
        MarkedNotApplicable => (ConditionKinds.NotApplicable, "notApplicable"),
        LeftUnanswered => (ConditionKinds.Unanswered, "unanswered"),
        _ => (ConditionKinds.None, ""),
    };

    private static void CheckSource(LimitInspection check, ConditionLeaf leaf)
    {
        int position = leaf.Question is { } key ? check.Form.Outline.QuestionAt(key) : -1;
        if (position < 0)
        {
            return;
        }

        var source = (Question)check.Form.Outline.Places[position].Item!;
        (QuestionKinds kind, string name) = LimitItemRules.KindOf(source);
        if (!check.Limits.ConditionSources.HasFlag(kind))
        {
            check.Report(IssueCodes.ConditionSourceNotOffered, leaf.QuestionPointer, ("question", source.Key), ("kind", name));
        }

        if (check.Limits.ConditionSourcesAreRequired && source is AnswerableQuestion question && IsOptional(check, question, position))
        {
            check.Report(IssueCodes.ConditionSourceOptional, leaf.QuestionPointer, ("question", source.Key));
        }
    }

    private static bool IsOptional(LimitInspection check, AnswerableQuestion question, int position) =>
        question.AllowsNotApplicable || !question.IsRequired || check.Form.Outline.GroupsAround(position).Any(group => group.AllowsNotApplicable);
}
