using System.Text.Json;
using QualityKit.CaseRunner.Items;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;

namespace QualityKit.CaseRunner.Genesys;

/// <summary>Reads one question. None is required: the cases leave out what they do not speak of.</summary>
internal static class GenesysQuestion
{
    public static string OptionKey(int option) => $"{option}";

    public static Question Read(JsonElement source, int group, int place)
    {
        source.OnlyHas("question", "id", "text", "title", "helpText", "note", "type", "answers", "options", "critical", "kill", "naEnabled", "visibility");
        string key = GenesysForm.QuestionKey(group, place);
        Question question = (source.OptionalText("type") ?? "choice") switch
        {
            "choice" or "multipleChoice" or "multipleChoiceQuestion" => Scored(SingleChoice(source, key), source),
            "multiSelect" or "multipleSelect" or "multipleSelectQuestion" => Scored(MultiSelect(source, key), source),
            "freeText" or "freeTextQuestion" => new TextQuestion { Key = key, Text = key, AllowsNotApplicable = source.Flag("naEnabled") },
            "readOnly" or "readOnlyTextBlockQuestion" => new InformationBlock { Key = key, Text = key },
            string type => throw new UnsupportedCaseException($"the type `{type}` of a question is not understood"),
        };
        return question with { VisibleWhen = GenesysVisibility.Read(source.Value("visibility"), group) };
    }

    private static ScoredQuestion Scored(ScoredQuestion question, JsonElement source) => question with
    {
        IsCritical = source.Flag("critical"),
        IsFatal = source.Flag("kill"),
        AllowsNotApplicable = source.Flag("naEnabled"),
        IsRequired = false,
    };

    private static ChoiceQuestion SingleChoice(JsonElement source, string key) => new()
    {
        Key = key,
        Text = key,
        Options = Choice.Of(source.RequiredMember("answers").ToList().Select((points, position) => new ChoiceOption
        {
            Key = OptionKey(position),
            Text = OptionKey(position),
            Points = points.ToDecimal(),
        })),
    };

    private static MultiSelectQuestion MultiSelect(JsonElement source, string key) => new()
    {
        Key = key,
        Text = key,
        Options = [.. source.RequiredMember("options").ToList().Select(Option)],
    };

    private static SelectOption Option(JsonElement option, int position)
    {
        option.OnlyHas("option", "id", "text", "note", "selected", "unselected");
        return new()
        {
            Key = OptionKey(position),
            Text = OptionKey(position),
            Points = option.OptionalDecimal("selected") ?? 0,
            UnselectedPoints = option.OptionalDecimal("unselected") ?? 0,
        };
    }
}
