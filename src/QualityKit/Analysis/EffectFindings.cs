using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Analysis;

/// <summary>Which answers change nothing.</summary>
internal static class EffectFindings
{
    public static void Report(FindingReport report, FormModel model, QuestionModel question, AnswerEffects effects)
    {
        (AnswerChoice Choice, bool? Changes)[] choices = [.. question.Choices.Select(choice => (choice, effects.Changes(choice)))];
        if (question.Plan.Scored is not { } source || choices.Length == 0)
        {
            return;
        }

        if (Array.TrueForAll(choices, choice => choice.Changes == false))
        {
            // To be without effect is what an excluded question is excluded for.
            report.Say(!source.IsExcluded, IssueCodes.QuestionWithoutEffect, model.QuestionPointers[question.Position], ("question", source.Key));
            return;
        }

        // As long as it is open whether anything changes a result, it is open which warning is due.
        bool isOpen = !Array.Exists(choices, choice => choice.Changes == true);
        foreach ((AnswerChoice choice, bool? changes) in choices)
        {
            Say(report, model.QuestionPointers[question.Position], source, choice, isOpen ? null : changes is { } known ? !known : null);
        }
    }

    private static void Say(FindingReport report, string pointer, ScoredQuestion question, AnswerChoice choice, bool? isWithout)
    {
        switch (choice.Kind)
        {
            case AnswerChoiceKind.Option:
                report.Say(isWithout, IssueCodes.OptionWithoutEffect, $"{pointer}/options/{choice.Position}", ("question", question.Key), ("option", OptionKey(question, choice.Position)));
                break;
            case AnswerChoiceKind.Range:
                NumberRange range = ((NumberQuestion)question).Ranges[choice.Position];
                report.Say(isWithout, IssueCodes.RangeWithoutEffect, $"{pointer}/ranges/{choice.Position}", ("question", question.Key), ("minimum", range.Minimum), ("maximum", range.Maximum));
                break;
            default:
                report.Say(isWithout, IssueCodes.NotApplicableWithoutEffect, pointer + "/allowsNotApplicable", ("question", question.Key));
                break;
        }
    }

    private static string OptionKey(ScoredQuestion question, int position) => question switch
    {
        ChoiceQuestion choice => choice.Options[position].Key,
        _ => ((MultiSelectQuestion)question).Options[position].Key,
    };
}
