using System.Text.Json.Nodes;
using QualityKit.Forms;
using QualityKit.Scoring;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Tests.Scoring;

/// <summary>A form and answers in JSON that a law may change, each law its own copy.</summary>
internal sealed class LawCase
{
    private static readonly string[] FillRules = ["fullMarks", "zero", "groupMean", "groupPossibleMean", "formMean"];

    public LawCase(long seed, string form, string answers)
        : this(seed, JsonNode.Parse(form)!.AsObject(), JsonNode.Parse(answers)!.AsObject())
    {
    }

    private LawCase(long seed, JsonObject form, JsonObject answers)
    {
        Seed = seed;
        Form = form;
        Answers = answers;
    }

    public long Seed { get; }

    public JsonObject Form { get; }

    public JsonObject Answers { get; }

    public JsonObject Method => Form["method"]?.AsObject() ?? [];

    public JsonObject Given => Answers["answers"]!.AsObject();

    public IEnumerable<JsonObject> Items => Form["groups"]!.AsArray().SelectMany(Inside);

    public IEnumerable<JsonObject> Groups => Items.Where(item => item["items"] is not null);

    public IEnumerable<JsonObject> Questions => Items.Where(item => item["items"] is null);

    public IEnumerable<JsonObject> Scored => Questions.Where(question => Choices(question).Any());

    public LawColumn Combination => Word("combination", "groupWeights") switch
    {
        "questionWeights" => LawColumn.QuestionWeights,
        "weightedPoints" => LawColumn.WeightedPoints,
        "totalPoints" => LawColumn.TotalPoints,
        "deductions" => LawColumn.Deductions,
        "sum" => LawColumn.Sum,
        "grade" => LawColumn.Grade,
        _ => Word("within", "questionWeights") == "points" ? LawColumn.GroupPoints : LawColumn.GroupWeights,
    };

    /// <summary>Whether values are points as they are.</summary>
    public bool TakesPoints => Combination is LawColumn.Sum or LawColumn.Deductions or LawColumn.Grade || Word("value", "ofMaximum") == "asPoints";

    /// <summary>The options or ranges of a question.</summary>
    public static IEnumerable<JsonObject> Choices(JsonObject question) =>
        ((question["options"] ?? question["ranges"])?.AsArray() ?? []).Select(choice => choice!.AsObject());

    public static string Key(JsonNode item) => item["key"]!.GetValue<string>();

    public LawCase Copy() => new(Seed, Form.DeepClone().AsObject(), Answers.DeepClone().AsObject());

    /// <summary>The case with a change made to a copy of it.</summary>
    public LawCase With(Action<LawCase> change)
    {
        LawCase copy = Copy();
        change(copy);
        return copy;
    }

    /// <summary>The scorecard; null when the form cannot be published or the answers do not fit it.</summary>
    public Scorecard? Score()
    {
        Validated<EvaluationForm> form = FormJson.Read(Form.ToJsonString()).Value.Publish();
        return form.IsValid && AnswerSheetJson.Read(Answers.ToJsonString()).Value.Check(form.Value).TryGetValue(out CheckedAnswers? answers)
            ? Scorer.Score(answers)
            : null;
    }

    /// <summary>The parts of methods and forms that occur in it.</summary>
    public IEnumerable<LawColumn> Parts(Scorecard card)
    {
        if (Method["bonus"] is not null || Scored.Any(question => question["bonus"] is not null || Choices(question).Any(choice => choice["bonus"] is not null)))
        {
            yield return LawColumn.Bonus;
        }

        if (card.Questions.Any(question => question.State == QuestionState.Dropped))
        {
            yield return Method["dropLowest"] is null && Method["keepHighest"] is null ? LawColumn.KeepOthers : LawColumn.DropKeep;
        }

        if (Word("failure", "zero") == "outcomeOnly" && Combination != LawColumn.Grade)
        {
            yield return LawColumn.OutcomeOnly;
        }

        if (Form["rules"] is not null)
        {
            yield return LawColumn.Rules;
        }

        if (card.Questions.Any(question => question.State == QuestionState.Filled))
        {
            yield return LawColumn.Fills;
        }
    }

    /// <summary>The case without a part that breaks the law.</summary>
    public void TakeAway(LawColumn part)
    {
        switch (part)
        {
            case LawColumn.Bonus:
                Method.Remove("bonus");
                RemoveFromQuestions("bonus");
                break;
            case LawColumn.DropKeep:
                Method.Remove("dropLowest");
                Method.Remove("keepHighest");
                break;
            case LawColumn.KeepOthers:
                Method.Remove("keepLowest");
                Method.Remove("keepMiddle");
                Method.Remove("keepMostFrequent");
                break;
            case LawColumn.OutcomeOnly when Combination != LawColumn.Grade:
                Method.Remove("failure");
                break;
            case LawColumn.Rules:
                Form.Remove("rules");
                break;
            case LawColumn.Fills:
                Method.Remove("unanswered");
                if (FillRules.Contains(Word("notApplicable", "staysInGroup")))
                {
                    Method["notApplicable"] = Seed % 2 == 0 ? "leavesForm" : "staysInGroup";
                }

                break;
        }

        if (Form["method"] is JsonObject { Count: 0 })
        {
            Form.Remove("method");
        }
    }

    /// <summary>Takes a member away from every question, option and range.</summary>
    public void RemoveFromQuestions(params string[] members)
    {
        foreach (JsonObject json in Questions.SelectMany(question => Choices(question).Append(question)))
        {
            foreach (string member in members)
            {
                json.Remove(member);
            }
        }
    }

    public override string ToString() => $"seed {Seed}\nform {Form.ToJsonString()}\nanswers {Answers.ToJsonString()}";

    private static IEnumerable<JsonObject> Inside(JsonNode? item) =>
        item!["items"] is JsonArray items ? items.SelectMany(Inside).Prepend(item.AsObject()) : [item.AsObject()];

    private string Word(string member, string otherwise) => Method[member]?.GetValue<string>() ?? otherwise;
}
