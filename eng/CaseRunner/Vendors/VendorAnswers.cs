using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Vendors;

/// <summary>Reads answers to a vendor's form.</summary>
internal static class VendorAnswers
{
    public static AnswerSheet Read(JsonElement answers, EvaluationForm form)
    {
        var kinds = form.Questions.ToDictionary(question => question.Key, StringComparer.Ordinal);
        AnswerSheet sheet = AnswerSheet.Empty;
        foreach (JsonProperty answer in answers.EnumerateObject())
        {
            string key = FormKey.Of(answer.Name);
            if (!kinds.TryGetValue(key, out Question? question))
            {
                throw new UnsupportedCaseException($"there is an answer to `{answer.Name}`, which the form does not ask");
            }

            sheet = Read(answer.Value, question) is { } given ? sheet.Answer(key, given) : sheet;
        }

        return sheet;
    }

    // An object as the format says, or the bare option, options or number; null is no answer.
    private static Answer? Read(JsonElement answer, Question question)
    {
        if (answer.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (answer.ValueKind != JsonValueKind.Object)
        {
            return answer.IsNotApplicable() && !HasOption(question, answer.ToText()) ? NotApplicableAnswer.Instance : Given(answer, question);
        }

        answer.OnlyHas("answer", "option", "options", "value", "na", "comment", "note");
        return answer.Flag("na") ? NotApplicableAnswer.Instance
            : (answer.Value("option") ?? answer.Value("options") ?? answer.Value("value")) is { } given ? Given(given, question)
            : null;
    }

    private static Answer Given(JsonElement given, Question question) => question switch
    {
        NumberQuestion => new NumberAnswer { Value = given.ToDecimal() },
        _ when given.ValueKind == JsonValueKind.Array => new SelectedOptions { Options = [.. given.ToList().Select(option => FormKey.Of(option.ToText()))] },
        _ => new SelectedOptions { Options = [FormKey.Of(given.ToText())] },
    };

    private static bool HasOption(Question question, string option) => question switch
    {
        ChoiceQuestion choice => choice.Options.Any(known => known.Key == FormKey.Of(option)),
        MultiSelectQuestion select => select.Options.Any(known => known.Key == FormKey.Of(option)),
        _ => false,
    };
}
