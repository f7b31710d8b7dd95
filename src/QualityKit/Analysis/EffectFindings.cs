using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Analysis;

/// <summary>Which answers change nothing.</summary>
/// <remarks>Where one answer goes without another, an option that gives what all others give makes all of them give the same: then the question
/// is without effect as a whole. Only of a multiple selection single options can be.</remarks>
internal static class EffectFindings
{
    /// <summary>Reports on a question.</summary>
    /// <param name="report">Where to.</param>
    /// <param name="model">The form.</param>
    /// <param name="question">The question.</param>
    /// <param name="effects">What its answers change.</param>
    /// <param name="canBeVisible">Whether some sheet shows it; null when not decided. What none shows is told as that, and not as without effect.</param>
    public static void Report(FindingReport report, FormModel model, QuestionModel question, AnswerEffects effects, bool? canBeVisible)
    {
        if (question.Plan.Scored is not { } source)
        {
            return;
        }

        string pointer = model.QuestionPointers[question.Position];
        (AnswerChoice Choice, bool? Changes)[] choices = [.. question.Choices.Select(choice => (choice, effects.Changes(choice)))];
        bool? changes = Array.Exists(choices, choice => choice.Changes == true) ? true
            : canBeVisible is not null && Array.TrueForAll(choices, choice => choice.Changes == false) ? false
            : null;

        // To be without effect is what an excluded question is excluded for.
        report.Say(changes is { } known ? !known && !source.IsExcluded : null, IssueCodes.QuestionWithoutEffect, pointer, ("question", source.Key));
        foreach ((AnswerChoice choice, bool? itself) in choices.Where(choice => choice.Choice.Option >= 0 && changes != false))
        {
            bool? isWithout = changes is null || itself is null ? null : !itself;
            string option = ((MultiSelectQuestion)source).Options[choice.Option].Key;
            report.Say(isWithout, IssueCodes.OptionWithoutEffect, $"{pointer}/options/{choice.Option}", ("question", source.Key), ("option", option));
        }
    }
}
