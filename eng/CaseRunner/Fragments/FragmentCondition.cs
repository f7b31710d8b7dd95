using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.CaseRunner.Vendors;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.CaseRunner.Fragments;

/// <summary>A question that depends on another: the source comes first, the target after it.</summary>
internal static class FragmentCondition
{
    private const string TargetKey = "target";

    public static FormDraft Source(FormDraft form, JsonElement source)
    {
        source.OnlyHas("source", "type", "questionType", "optional", "notApplicableEnabled");
        FormDraft shaped = (source.Value("type") ?? source.Value("questionType")) is { } type ? FragmentQuestion.Type(form, type) : form;
        return Dependent(FragmentQuestion.Optional(shaped, Optional(source, otherwise: false)));
    }

    public static FormDraft Target(FormDraft form, JsonElement target)
    {
        target.OnlyHas("conditional question", "type", "questionType", "optional", "notApplicableEnabled");
        return WithTarget(Dependent(form), question => FragmentQuestion.MakeOptional(
            (target.OptionalText("type") ?? target.OptionalText("questionType")) is { } type ? FragmentQuestion.OfType(question, type) with { VisibleWhen = question.VisibleWhen } : question,
            Optional(target, otherwise: true).ToFlag()));
    }

    public static FormDraft Comparator(FormDraft form, JsonElement comparator) => WithTarget(Dependent(form), question =>
        question with { VisibleWhen = VendorEnablement.Compare(form.Groups[0].Items[0].Key, comparator.ToText(), [OptionOf(form.Groups[0].Items[0])]) });

    // The form with a target, which is optional unless the fragment says otherwise.
    private static FormDraft Dependent(FormDraft form)
    {
        if (form.Groups[0].Items.Any(item => item.Key == TargetKey))
        {
            return form;
        }

        decimal weight = form.Method.Combination.Kind == CombinationKind.QuestionWeights ? 0 : 1;
        Question target = FragmentShape.Question(1, weight) with { Key = TargetKey, VisibleWhen = On((Question)form.Groups[0].Items[0]) };
        return FragmentShape.WithItems(form, form.Groups[0].Items.Add(FragmentQuestion.MakeOptional(target, isOptional: true)));
    }

    private static FormDraft WithTarget(FormDraft form, Func<Question, Question> change) =>
        FragmentShape.WithItems(form, [.. form.Groups[0].Items.Select(item => item.Key == TargetKey ? change((Question)item) : item)]);

    // A condition that the library has for a question of that type.
    private static Condition On(Question source) => source switch
    {
        ChoiceQuestion or MultiSelectQuestion => When.Answered(source.Key, OptionOf(source)),
        NumberQuestion number => When.Number(source.Key, number.Ranges[0].Minimum, number.Ranges[0].Maximum),
        _ => When.Unanswered(source.Key),
    };

    private static string OptionOf(FormItem source) => source switch
    {
        ChoiceQuestion choice => choice.Options[0].Key,
        MultiSelectQuestion selection => selection.Options[0].Key,
        _ => throw new UnsupportedCaseException("the source of a comparator has no options"),
    };

    private static JsonElement Optional(JsonElement question, bool otherwise) =>
        question.Value("optional") ?? question.Value("notApplicableEnabled") ?? JsonSerializer.SerializeToElement(otherwise);
}
