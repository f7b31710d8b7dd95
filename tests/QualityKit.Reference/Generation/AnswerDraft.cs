using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Reference.Forms;
using QualityKit.Reference.Rules;

namespace QualityKit.Reference.Generation;

/// <summary>An answer sheet that may be submitted, filled in from top to bottom.</summary>
internal sealed class AnswerDraft
{
    private readonly Dice dice;
    private readonly Form form;
    private readonly Dictionary<string, JsonObject> written = [];
    private readonly JsonObject answers = [];
    private readonly JsonArray markedGroups = [];
    private readonly int notApplicablePercent;
    private readonly int highestPercent;

    public AnswerDraft(Dice dice, JsonObject form)
    {
        this.dice = dice;
        this.form = FormReader.Read(JsonSerializer.SerializeToElement(form));
        Index(form["groups"]!.AsArray());
        notApplicablePercent = dice.Pick(0, 10, 10, 30, 60, 100);
        highestPercent = dice.Pick(0, 0, 50, 100);
    }

    public JsonObject Build()
    {
        FillIn(form.Whole);
        var sheet = new JsonObject { ["format"] = "qualitykit.answers/1", ["answers"] = answers };
        if (markedGroups.Count > 0)
        {
            sheet["notApplicableGroups"] = markedGroups;
        }

        if (dice.Chance(10))
        {
            sheet["comment"] = "About the whole evaluation.";
        }

        return sheet;
    }

    /// <summary>What is present depends on the answers before it only, so the sheet as far as written tells.</summary>
    private Visibility SoFar() => new(form, Sheet());

    private AnswerSheet Sheet() => new(JsonSerializer.SerializeToElement(new JsonObject
    {
        ["answers"] = answers.DeepClone(),
        ["notApplicableGroups"] = markedGroups.DeepClone(),
    }));

    private void Index(JsonArray items)
    {
        foreach (var item in items.Select(item => item!.AsObject()))
        {
            if (item["items"] is JsonArray inner)
            {
                // Groups and questions may share a key.
                written[$"group {item["key"]}"] = item;
                Index(inner);
            }
            else
            {
                written[$"question {item["key"]}"] = item;
            }
        }
    }

    private void FillIn(Group group)
    {
        if (group.Parent is not null && Allows(written[$"group {group.Key}"]) && Marks(group))
        {
            markedGroups.Add((JsonNode)group.Key);
        }

        foreach (var item in group.Items)
        {
            if (item is Group inner)
            {
                FillIn(inner);
            }
            else
            {
                FillIn((Question)item);
            }
        }
    }

    private bool Marks(Group group) =>
        dice.Chance(SoFar().IsPresent(group) ? Math.Min(notApplicablePercent, 60) : 5);

    private void FillIn(Question question)
    {
        if (question.Kind == QuestionKind.Information)
        {
            return;
        }

        var json = written[$"question {question.Key}"];
        var isOutOfUse = !SoFar().IsPresent(question) || Sheet().IsNotApplicable(question);
        if (isOutOfUse && !dice.Chance(25))
        {
            return;
        }

        var answer = Answer(question, json);
        if (answer.Count > 0)
        {
            answers[question.Key] = answer;
        }
    }

    private JsonObject Answer(Question question, JsonObject json)
    {
        if (Allows(json) && dice.Chance(notApplicablePercent))
        {
            return Commented(json, new JsonObject { ["notApplicable"] = true }, isFlagged: false);
        }

        if (!question.Required && dice.Chance(40))
        {
            return Commented(json, [], isFlagged: false);
        }

        var draft = new AnswerContent(dice, highestPercent);
        var content = draft.Of(question, json);
        return Commented(json, content, AnswerContent.IsFlagged(question, json, content));
    }

    private JsonObject Commented(JsonObject json, JsonObject answer, bool isFlagged)
    {
        var isAlways = json["comment"]?.GetValue<string>() == "always";
        if (isAlways || isFlagged || (answer.Count > 0 && dice.Chance(5)))
        {
            answer["comment"] = "Because of what was said.";
        }

        return answer;
    }

    private static bool Allows(JsonObject json) => json["allowsNotApplicable"]?.GetValue<bool>() == true;
}
