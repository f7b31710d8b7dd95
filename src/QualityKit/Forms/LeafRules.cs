using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for what a condition asks of the question that it looks at.</summary>
internal static class LeafRules
{
    public static void Check(FormInspection form, ConditionLeaf leaf, int target)
    {
        var question = (Question)form.Outline.Places[target].Item!;
        if (question is InformationBlock)
        {
            form.Issues.Error(IssueCodes.ConditionOnInformation, leaf.QuestionPointer, ("question", question.Key));
        }
        else if (leaf.Condition is AnsweredOption answered)
        {
            CheckOptions(form, answered, target, leaf);
        }
        else if (leaf.Condition is NumberBetween && question is not NumberQuestion)
        {
            form.Issues.Error(IssueCodes.ConditionNeedsNumber, leaf.QuestionPointer, ("question", question.Key));
        }
        else if (leaf.Condition is MarkedNotApplicable && !CanBeNotApplicable(form, target))
        {
            form.Issues.Warning(IssueCodes.NeverNotApplicable, leaf.QuestionPointer, ("question", question.Key));
        }

        CheckBounds(form.Issues, leaf);
    }

    /// <summary>What can be said of a condition without its question.</summary>
    public static void CheckBounds(IssueList issues, ConditionLeaf leaf)
    {
        switch (leaf.Condition)
        {
            case AnsweredOption answered:
                if (answered.Options.IsEmpty)
                {
                    issues.Error(IssueCodes.NoOptionsNamed, leaf.Pointer + "/answered/options");
                }

                EnumRules.Check(issues, answered.Match, leaf.Pointer + "/answered/match");
                break;
            case NumberBetween number:
                CheckBounds(issues, number, leaf.Pointer + "/number");
                break;
        }
    }

    private static void CheckBounds(IssueList issues, NumberBetween number, string pointer)
    {
        if (number is { Minimum: null, Maximum: null })
        {
            issues.Error(IssueCodes.ConditionWithoutBounds, pointer);
        }

        NumberRules.CheckDigits(issues, number.Minimum ?? 0, pointer + "/minimum");
        if (number is { Minimum: { } minimum, Maximum: { } maximum } && minimum > maximum)
        {
            issues.Error(IssueCodes.MinimumAboveMaximum, pointer + "/minimum", ("minimum", minimum), ("maximum", maximum));
        }

        NumberRules.CheckDigits(issues, number.Maximum ?? 0, pointer + "/maximum");
    }

    private static void CheckOptions(FormInspection form, AnsweredOption answered, int target, ConditionLeaf leaf)
    {
        if (form.OptionsAt(target) is not { } known)
        {
            form.Issues.Error(IssueCodes.ConditionNeedsOptions, leaf.QuestionPointer, ("question", answered.Question));
            return;
        }

        ImmutableArray<string> options = answered.Options;
        for (int position = 0; position < options.Length; position++)
        {
            OptionRules.CheckKnown(form.Issues, options[position], known, answered.Question, $"{leaf.Pointer}/answered/options/{position}");
        }
    }

    private static bool CanBeNotApplicable(FormInspection form, int target) =>
        form.Outline.Places[target].Item is AnswerableQuestion { AllowsNotApplicable: true }
        || form.Outline.GroupsAround(target).Any(group => group.AllowsNotApplicable);
}
