using System.Text.Json.Nodes;

namespace QualityKit.Reference.Generation;

/// <summary>A form that may be published.</summary>
internal sealed class FormDraft
{
    private readonly Dice dice;
    private readonly Features features;
    private readonly MethodDraft method;
    private readonly MarkDraft marks;
    private readonly IReadOnlyList<GroupPlan> plans;
    private readonly IReadOnlyList<string> groupKeys;
    private readonly QuestionDraft questionDraft;
    private readonly List<EarlierQuestion> written = [];
    private readonly int scoredQuestion;

    public FormDraft(Dice dice, int size)
    {
        this.dice = dice;
        features = new Features(dice);
        method = new MethodDraft(dice, features);
        marks = new MarkDraft(dice, method);
        plans = GroupPlan.Draw(dice, features, dice.Between((size + 1) / 2, size));
        groupKeys = plans.Select(plan => plan.Key).ToList();
        questionDraft = new QuestionDraft(dice, features, method, groupKeys);

        // A form needs at least one scored question; any of them may be the one.
        scoredQuestion = dice.Below(plans.Sum(plan => plan.Questions));
    }

    public JsonObject Build()
    {
        var groups = new JsonArray([.. plans.Where(plan => plan.Parent is null).Select(BuildGroup)]);
        var form = new JsonObject { ["format"] = "qualitykit.form/1", ["key"] = "generated" };
        WriteWords(form);
        if (method.Json is not null)
        {
            form["method"] = method.Json;
        }

        if (features.Marks)
        {
            form["pass"] = marks.Pass();
            form["bands"] = marks.Bands();
        }

        if (features.Rules)
        {
            form["rules"] = marks.Rules(groupKeys, written);
        }

        if (features.Words && dice.Chance(50))
        {
            form["settings"] = Settings();
        }

        form["groups"] = groups;
        return form;
    }

    private void WriteWords(JsonObject form)
    {
        if (features.Words)
        {
            form["version"] = dice.Between(1, 9);
        }

        form["name"] = Wording.Text(dice, features, "A generated form");
        if (features.Words)
        {
            form["description"] = "Made from a seed.";
            form["language"] = dice.Pick("en", "da", "de-AT");
            form["directory"] = "generated/cases";
            form["links"] = new JsonArray(new JsonObject { ["title"] = "Policy", ["target"] = "policy:greeting" });
        }
    }

    private static JsonObject Settings() => new()
    {
        ["acknowledgement"] = true,
        ["disputes"] = new JsonObject { ["maximum"] = 2, ["assignees"] = new JsonArray("original", new JsonObject { ["user"] = "u1" }) },
    };

    private JsonObject BuildGroup(GroupPlan plan)
    {
        var group = new JsonObject();
        if (plan.Parent is not null || dice.Chance(50))
        {
            group["type"] = "group";
        }

        group["key"] = plan.Key;
        group["title"] = Wording.Text(dice, features, $"Group {plan.Key}");
        if (features.Weights && dice.Chance(60))
        {
            group["weight"] = Decimals.ToJson(dice.Pick(Decimals.Weights));
        }

        if (plan.AllowsNotApplicable)
        {
            group["allowsNotApplicable"] = true;
        }

        if (BuildCondition(percent: 20) is { } condition)
        {
            group["visibleWhen"] = condition;
        }

        // Under deductions a group has no score that a band could hold.
        if (features.Marks && method.Combination != "deductions" && dice.Chance(25))
        {
            group["bands"] = marks.Bands();
        }

        group["items"] = BuildItems(plan);
        return group;
    }

    /// <summary>Questions and groups mixed in any order.</summary>
    private JsonArray BuildItems(GroupPlan plan)
    {
        var items = new JsonArray();
        var questions = plan.Questions;
        var groups = new Queue<GroupPlan>(plan.Children);
        while (questions + groups.Count > 0)
        {
            if (dice.Below(questions + groups.Count) < questions)
            {
                items.Add((JsonNode)BuildQuestion(plan));
                questions--;
            }
            else
            {
                items.Add((JsonNode)BuildGroup(groups.Dequeue()));
            }
        }

        return items;
    }

    private JsonObject BuildQuestion(GroupPlan plan)
    {
        var question = questionDraft.Build($"q{written.Count + 1}", written.Count == scoredQuestion, BuildCondition(percent: 25));
        var isMarkable = question["allowsNotApplicable"] is not null;
        written.Add(new EarlierQuestion(question, isMarkable || (plan.CanBeNotApplicable && question["type"]!.GetValue<string>() != "information")));
        return question;
    }

    private JsonObject? BuildCondition(int percent) =>
        features.Conditions && dice.Chance(percent) ? new ConditionDraft(dice, written).Build() : null;
}
