using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Genesys;

/// <summary>Reads answers: <c>"group.question"</c> has an answer, <c>"group"</c> a mark.</summary>
internal static class GenesysAnswers
{
    public static AnswerSheet Read(JsonElement answers, EvaluationForm form)
    {
        var questions = form.Questions.ToDictionary(question => question.Key, StringComparer.Ordinal);
        AnswerSheet sheet = AnswerSheet.Empty;
        foreach (JsonProperty answer in answers.EnumerateObject())
        {
            sheet = (answer.Value.ValueKind, questions.GetValueOrDefault(answer.Name)) switch
            {
                (JsonValueKind.Null, _) => sheet,
                (_, { } question) => sheet.Answer(answer.Name, Read(answer.Value, question)),
                _ when answer.Value.IsNotApplicable() => sheet.NotApplicableGroup(answer.Name),
                _ => throw new UnsupportedCaseException($"there is an answer to `{answer.Name}`, which the form does not ask"),
            };
        }

        return sheet;
    }

    private static Answer Read(JsonElement answer, Question question) => question switch
    {
        _ when answer.IsNotApplicable() => NotApplicableAnswer.Instance,
        TextQuestion => new TextAnswer { Value = answer.ToText() },
        MultiSelectQuestion => new SelectedOptions { Options = [.. Selected(answer)] },
        _ => new SelectedOptions { Options = [answer.ToText()] },
    };

    private static IEnumerable<string> Selected(JsonElement answer) =>
        answer.ToList().Select((flag, position) => (IsSelected: flag.ToFlag(), Key: GenesysQuestion.OptionKey(position)))
            .Where(option => option.IsSelected)
            .Select(option => option.Key);
}
