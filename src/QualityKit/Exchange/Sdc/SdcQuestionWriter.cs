using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Exchange.Sdc;

/// <summary>Writes a question of a FHIR questionnaire.</summary>
internal sealed class SdcQuestionWriter(JsonObject written, SourceObject source)
{
    /// <summary>Whether a question is what a question of true or false is read as.</summary>
    public static bool IsBoolean(Question question) =>
        question is ChoiceQuestion { Preset: ChoicePreset.YesNo, IsExcluded: true, Options: [{ Key: SdcFormat.Yes } yes, { Key: SdcFormat.No } no] }
        && IsPlain(yes, "Yes") && IsPlain(no, "No");

    public void Write(Question question)
    {
        source.Take("text");
        written.Write("text", question.Text);
        written["type"] = Type(question);
        if (question is AnswerableQuestion answerable)
        {
            source.Take("required");
            written["required"] = answerable.IsRequired;
            Answers(answerable);
        }
    }

    private static bool IsPlain(ChoiceOption option, string text) => option.Equals(new ChoiceOption { Key = option.Key, Text = text });

    private static string Type(Question question) => question switch
    {
        ChoiceQuestion when IsBoolean(question) => "boolean",
        ChoiceQuestion or MultiSelectQuestion => "choice",
        NumberQuestion { Step: var step } number when decimal.IsInteger(step) && number.Ranges.All(range => decimal.IsInteger(range.Minimum)) => "integer",
        NumberQuestion => "decimal",
        TextQuestion => "text",
        DateQuestion => "date",
        _ => "display",
    };

    private void Answers(AnswerableQuestion question)
    {
        switch (question)
        {
            case ChoiceQuestion when IsBoolean(question):
                source.Take("options");
                source.Take("preset");
                source.Take("excluded");
                break;
            case ChoiceQuestion choice:
                Options(choice, [.. choice.Options.Select(option => (option.Key, option.Text, option.Points))]);
                break;
            case MultiSelectQuestion multiple:
                written["repeats"] = true;
                Options(multiple, [.. multiple.Options.Select(option => (option.Key, option.Text, option.Points))]);
                break;
            case NumberQuestion number:
                Number(number);
                break;
            case TextQuestion text:
                source.Take("maxLength");
                written["maxLength"] = text.MaxLength;
                Initial(text.Default, "valueString", (text.Default.Answer as TextAnswer)?.Value);
                break;
            case DateQuestion date:
                Initial(date.Default, "valueDate", (date.Default.Answer as DateAnswer)?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
        }
    }

    // A question without weights is not scored there, so only what counts has them.
    private void Options(ScoredQuestion question, ImmutableArray<(string Key, LocalizedText Text, decimal Points)> options)
    {
        ImmutableArray<string> selected = question.Default.Answer is SelectedOptions given ? given.Options : [];
        if (!selected.IsEmpty)
        {
            source.Take("default");
        }

        if (question.IsExcluded)
        {
            source.Take("excluded");
        }

        written["answerOption"] = new JsonArray(
            [.. source.Objects("options").Select((at, position) => Option(at, options[position], question.IsExcluded, selected))]);
    }

    private static JsonObject Option(
        SourceObject at, (string Key, LocalizedText Text, decimal Points) option, bool isExcluded, ImmutableArray<string> selected)
    {
        at.Take("key");
        at.Take("text");
        JsonObject coding = SdcJson.Coding(option.Key);
        coding.Write("display", option.Text);
        var element = new JsonObject { ["valueCoding"] = coding };
        if (selected.Contains(option.Key))
        {
            element["initialSelected"] = true;
        }

        if (!isExcluded)
        {
            at.Take("points");
            element.Extend(SdcJson.Extension(SdcFormat.ItemWeight, "valueDecimal", option.Points));
        }

        return element;
    }

    // Bounds can be said, points for ranges cannot.
    private void Number(NumberQuestion question)
    {
        bool isWhole = Type(question) == "integer";
        string member = isWhole ? "valueInteger" : "valueDecimal";
        source.Take("excluded");
        if (!question.IsExcluded)
        {
            source.Lose(
                IssueCodes.MemberLeftOut, null, ("member", "excluded"), ("value", "false"), ("target", source.Losses.Target));
        }

        ImmutableArray<SourceObject> ranges = source.Objects("ranges");
        ranges[0].Take("minimum");
        ranges[^1].Take("maximum");
        written.Extend(SdcJson.Extension(SdcFormat.MinValue, member, question.Ranges[0].Minimum));
        written.Extend(SdcJson.Extension(SdcFormat.MaxValue, member, question.Ranges[^1].Maximum));
        Step(question, isWhole);
        if (question.Default.Answer is NumberAnswer given)
        {
            source.Take("default");
            written["initial"] = new JsonArray(new JsonObject { [member] = given.Value });
        }
    }

    private void Step(NumberQuestion question, bool isWhole)
    {
        int places = Enumerable.Range(0, 11).FirstOrDefault(places => PowerOfTenth(places) == question.Step, -1);
        if (!isWhole && places >= 0)
        {
            source.Take("step");
            written.Extend(SdcJson.Extension(SdcFormat.MaxDecimalPlaces, "valueInteger", places));
        }
    }

    private static decimal PowerOfTenth(int places) => new(1, 0, 0, isNegative: false, (byte)places);

    private void Initial(DefaultAnswer answer, string member, string? value)
    {
        if (answer.Kind == DefaultAnswerKind.Given && value is not null)
        {
            source.Take("default");
            written["initial"] = new JsonArray(new JsonObject { [member] = value });
        }
    }
}
