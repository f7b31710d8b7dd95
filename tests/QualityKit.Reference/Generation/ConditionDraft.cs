using System.Text.Json.Nodes;

namespace QualityKit.Reference.Generation;

/// <summary>A condition about questions that come earlier.</summary>
internal sealed class ConditionDraft(Dice dice, IReadOnlyList<EarlierQuestion> earlier)
{
    private readonly List<EarlierQuestion> usable = earlier.Where(question => question.Kind != "information").ToList();

    /// <summary>A condition, or null when there is no question to look at.</summary>
    public JsonObject? Build() => usable.Count == 0 ? null : Build(level: 0);

    private JsonObject Build(int level)
    {
        if (level < 2 && dice.Chance(30))
        {
            return dice.Below(3) switch
            {
                0 => new JsonObject { ["all"] = Parts(level) },
                1 => new JsonObject { ["any"] = Parts(level) },
                _ => new JsonObject { ["not"] = Build(level + 1) },
            };
        }

        return About(dice.Pick(usable));
    }

    private JsonArray Parts(int level) =>
        new([.. Enumerable.Range(0, dice.Between(1, 3)).Select(_ => (JsonNode)Build(level + 1))]);

    private JsonObject About(EarlierQuestion question)
    {
        if (question.CanBeNotApplicable && dice.Chance(20))
        {
            return new JsonObject { ["notApplicable"] = question.Key };
        }

        if (dice.Chance(15))
        {
            return new JsonObject { ["unanswered"] = question.Key };
        }

        return question.Kind switch
        {
            "choice" or "multiSelect" => new JsonObject { ["answered"] = Answered(question) },
            "number" => new JsonObject { ["number"] = Number(question) },
            _ => new JsonObject { ["unanswered"] = question.Key },
        };
    }

    private JsonObject Answered(EarlierQuestion question)
    {
        var keys = question.Json["options"]!.AsArray().Select(option => option!["key"]!.GetValue<string>()).ToList();
        var part = new JsonObject
        {
            ["question"] = question.Key,
            ["options"] = new JsonArray([.. dice.Some(keys).Select(key => (JsonNode)key)]),
        };
        if (dice.Chance(40))
        {
            part["match"] = dice.Pick("any", "all", "exactly");
        }

        return part;
    }

    private JsonObject Number(EarlierQuestion question)
    {
        var ranges = question.Json["ranges"]!.AsArray();
        var lowest = ranges[0]!["minimum"]!.GetValue<decimal>();
        var highest = ranges[^1]!["maximum"]!.GetValue<decimal>();
        var middle = ranges[dice.Below(ranges.Count)]!["maximum"]!.GetValue<decimal>();
        var part = new JsonObject { ["question"] = question.Key };
        var shape = dice.Below(3);
        if (shape != 0)
        {
            part["minimum"] = Decimals.ToJson(shape == 1 ? middle : lowest);
        }

        if (shape != 1)
        {
            part["maximum"] = Decimals.ToJson(shape == 0 ? middle : highest);
        }

        return part;
    }
}
