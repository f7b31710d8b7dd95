using System.Text.Json.Nodes;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Exchange.Sdc;

/// <summary>Writes when an item of a FHIR questionnaire is enabled.</summary>
internal sealed class SdcEnableWriter(EvaluationForm form, SdcLinkIds ids)
{
    /// <summary>Adds the condition of an item; what cannot be said becomes a loss.</summary>
    public void Write(JsonObject written, FormItem item, SourceObject source)
    {
        if (item.VisibleWhen is not { } condition)
        {
            return;
        }

        if (Clauses(condition) is not { } clauses)
        {
            source.Lose(IssueCodes.ConditionLeftOut, "visibleWhen", ("target", source.Losses.Target));
            return;
        }

        written["enableWhen"] = new JsonArray([.. clauses.Parts]);
        if (clauses.Parts.Length > 1)
        {
            written["enableBehavior"] = clauses.IsAny ? "any" : "all";
        }
    }

    private JoinedParts<JsonObject>? Clauses(Condition condition) => condition switch
    {
        AllOf { Parts.Length: > 0 } all => JoinedParts<JsonObject>.Join(isAny: false, all.Parts.Select(Clauses)),
        AnyOf { Parts.Length: > 0 } any => JoinedParts<JsonObject>.Join(isAny: true, any.Parts.Select(Clauses)),
        AnsweredOption answered => Answered(answered),
        NumberBetween between => Between(between),
        Negation { Part: AnsweredOption { Match: OptionMatch.Any } answered } when NamesAll(answered) => Exists(answered.Question, isAnswered: false),
        _ => null,
    };

    private JoinedParts<JsonObject>? Answered(AnsweredOption condition)
    {
        Question question = form.Questions[form.Index.QuestionAt(condition.Question)];
        if (condition.Match == OptionMatch.Exactly && (question is MultiSelectQuestion || condition.Options.Length > 1))
        {
            return null;
        }

        if (condition.Match == OptionMatch.Any && condition.Options.Length > 1 && NamesAll(condition))
        {
            return Exists(condition.Question, isAnswered: true);
        }

        bool isBoolean = SdcQuestionWriter.IsBoolean(question);
        return new(
            condition.Match != OptionMatch.All,
            [
                .. condition.Options.Select(option => isBoolean
                    ? Clause(condition.Question, "=", "answerBoolean", option == SdcFormat.Yes)
                    : Clause(condition.Question, "=", "answerCoding", SdcJson.Coding(option))),
            ]);
    }

    private JoinedParts<JsonObject> Between(NumberBetween condition)
    {
        var number = (NumberQuestion)form.Questions[form.Index.QuestionAt(condition.Question)];
        bool isWhole = new[] { number.Step, condition.Minimum ?? 0, condition.Maximum ?? 0 }.All(decimal.IsInteger);
        string member = isWhole ? "answerInteger" : "answerDecimal";
        if (condition.Minimum == condition.Maximum)
        {
            return new(IsAny: false, [Clause(condition.Question, "=", member, condition.Minimum!.Value)]);
        }

        return new(
            IsAny: false,
            [
                .. condition.Minimum is { } minimum ? [Clause(condition.Question, ">=", member, minimum)] : Array.Empty<JsonObject>(),
                .. condition.Maximum is { } maximum ? [Clause(condition.Question, "<=", member, maximum)] : Array.Empty<JsonObject>(),
            ]);
    }

    private JoinedParts<JsonObject> Exists(string question, bool isAnswered) =>
        new(IsAny: false, [Clause(question, "exists", "answerBoolean", isAnswered)]);

    private bool NamesAll(AnsweredOption condition) =>
        form.Questions[form.Index.QuestionAt(condition.Question)] switch
        {
            ChoiceQuestion choice => choice.Options.All(option => condition.Options.Contains(option.Key)),
            MultiSelectQuestion multiple => multiple.Options.All(option => condition.Options.Contains(option.Key)),
            _ => false,
        };

    private JsonObject Clause(string question, string comparison, string member, JsonNode answer) =>
        new() { ["question"] = ids.OfQuestion(question), ["operator"] = comparison, [member] = answer };
}
