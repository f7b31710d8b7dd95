using System.Globalization;
using System.Text.Json.Nodes;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Exchange.Genesys;

/// <summary>Writes a question of Genesys Cloud.</summary>
/// <param name="ids">Keys as identifiers.</param>
/// <param name="source">The question as the form writes it.</param>
/// <param name="prefill">What its group says that it is prefilled with.</param>
/// <param name="foldsWeights">Whether the weight of a question multiplies its points, so that it can be written so.</param>
internal sealed class GenesysQuestionWriter(GenesysIds ids, SourceObject source, DefaultAnswerKind prefill, bool foldsWeights)
{
    /// <summary>Whether a question is what a net promoter question is read as.</summary>
    public static bool IsNetPromoter(Question question) =>
        question is NumberQuestion { IsExcluded: true, Step: 1, Ranges: [{ Minimum: 0, Maximum: 10, Points: 0, IsBonus: false, Fails: null }] };

    public JsonObject Write(Question question)
    {
        JsonObject written = ids.Start(source, question.Key);
        source.Take("type");
        written["text"] = source.Untranslated("text", question.Text);
        if (question.Help is { } help)
        {
            written["helpText"] = source.Untranslated("help", help);
        }

        written["type"] = Type(question);
        if (question is AnswerableQuestion answerable)
        {
            Marks(written, answerable);
        }

        Answers(written, question);
        return written;
    }

    private static string Type(Question question) => question switch
    {
        MultiSelectQuestion => GenesysFormat.MultipleSelect,
        TextQuestion or DateQuestion => GenesysFormat.FreeText,
        InformationBlock => GenesysFormat.ReadOnlyText,
        _ when IsNetPromoter(question) => GenesysFormat.NetPromoter,
        _ => GenesysFormat.MultipleChoice,
    };

    private void Marks(JsonObject written, AnswerableQuestion question)
    {
        source.Take("allowsNotApplicable");
        written["naEnabled"] = question.AllowsNotApplicable;
        written["commentsRequired"] = question.Comment == CommentRule.Always;
        if (question.Comment == CommentRule.Always)
        {
            source.Take("comment");
        }

        if (question is ScoredQuestion scored)
        {
            Marks(written, scored);
        }
    }

    private void Marks(JsonObject written, ScoredQuestion question)
    {
        source.Take("fatal");
        source.Take("critical");
        written["isKill"] = question.IsFatal;
        written["isCritical"] = question.IsCritical;
        source.RequiredUnlessNotApplicable(question);
        Default(written, question);
        if (IsNetPromoter(question))
        {
            source.Take("excluded");
        }
    }

    private void Default(JsonObject written, ScoredQuestion question)
    {
        DefaultAnswerKind kind = question.Default.Kind;
        if (kind == prefill && !IsNetPromoter(question))
        {
            source.Take("default");
        }
        else if (kind == DefaultAnswerKind.NotApplicable)
        {
            source.Take("default");
            written["defaultAnswer"] = new JsonObject { ["notApplicable"] = true };
        }
    }

    private void Answers(JsonObject written, Question question)
    {
        switch (question)
        {
            case ChoiceQuestion choice:
                decimal factor = Factor(choice);
                written["answerOptions"] = Array("options", choice.Options, (option, at) => Answer(option, at, factor));
                break;
            case MultiSelectQuestion multiple:
                decimal multiplier = Factor(multiple);
                written["multipleSelectOptionQuestions"] = Array("options", multiple.Options, (option, at) => Option(option, at, multiplier));
                break;
            case NumberQuestion number when IsNetPromoter(number):
                source.Take("ranges");
                break;
            case NumberQuestion number:
                Turned("number", GenesysFormat.MultipleChoice);
                decimal scale = Factor(number);
                written["answerOptions"] = Array("ranges", number.Ranges, (range, at) => Answer(range, at, scale));
                break;
            case DateQuestion:
                Turned("date", GenesysFormat.FreeText);
                break;
        }
    }

    private void Turned(string from, string to) => source.Lose(IssueCodes.QuestionTurned, "type", ("from", from), ("to", to));

    private JsonArray Array<T>(string member, IReadOnlyList<T> parts, Func<T, SourceObject, JsonObject> write) =>
        new([.. source.Objects(member).Select((part, position) => write(parts[position], part))]);

    private JsonObject Answer(ChoiceOption option, SourceObject at, decimal factor)
    {
        JsonObject written = ids.Start(at, option.Key);
        written["text"] = at.Untranslated("text", option.Text);
        written["value"] = Points(at, "points", option.Points, factor);
        return written;
    }

    private static JsonObject Answer(NumberRange range, SourceObject at, decimal factor)
    {
        at.Take("minimum");
        at.Take("maximum");
        return new()
        {
            ["text"] = string.Create(CultureInfo.InvariantCulture, $"{range.Minimum}–{range.Maximum}"),
            ["value"] = Points(at, "points", range.Points, factor),
        };
    }

    private JsonObject Option(SelectOption option, SourceObject at, decimal factor)
    {
        JsonObject written = ids.Start(at, option.Key);
        written["text"] = at.Untranslated("text", option.Text);
        written["type"] = GenesysFormat.MultipleChoice;
        if (GenesysFailures.IsKill(option))
        {
            at.Take("fails");
            written["isKill"] = true;
        }

        written["answerOptions"] = new JsonArray(
            BuiltIn(GenesysFormat.Selected, Points(at, "points", option.Points, factor)),
            BuiltIn(GenesysFormat.Unselected, Points(at, "unselected", option.UnselectedPoints, factor)));
        return written;
    }

    private static JsonObject BuiltIn(string type, decimal points) => new() { ["builtInType"] = type, ["value"] = points };

    private decimal Factor(ScoredQuestion question)
    {
        decimal factor = foldsWeights ? question.Weight : 1;
        GenesysFailures.Report(source, question, factor);
        if (foldsWeights)
        {
            source.Take("weight");
        }

        if (factor != 1)
        {
            source.Lose(IssueCodes.WeightInPoints, "weight", ("target", GenesysFormat.Name), ("weight", question.Weight));
        }

        return factor;
    }

    private static decimal Points(SourceObject at, string member, decimal points, decimal factor)
    {
        at.Take(member);
        return at.Whole(member, at.Product(member, points, factor));
    }
}
