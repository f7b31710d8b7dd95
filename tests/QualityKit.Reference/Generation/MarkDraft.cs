using System.Text.Json.Nodes;

namespace QualityKit.Reference.Generation;

/// <summary>Pass marks, bands and score rules in the unit of a method.</summary>
internal sealed class MarkDraft(Dice dice, MethodDraft method)
{
    private static readonly decimal[] Percents = [0, 10, 33.33m, 50, 59.5m, 60, 75, 80, 87.5m, 90, 99.99m, 100];
    private static readonly decimal[] Points = [-5, 0, 0.5m, 1, 2, 2.5m, 5, 10, 20];
    private static readonly decimal[] Grades = [0, 1, 1.5m, 2, 2.3m, 3, 4, 5, 6];

    private IReadOnlyList<decimal> Scale => method.Unit switch
    {
        "percent" => Percents,
        "points" => Points,
        _ => Grades,
    };

    /// <summary>A pass rule of a mark, a minimum for questions, or both.</summary>
    public JsonObject Pass()
    {
        var pass = new JsonObject();
        var shape = method.Combination == "deductions" ? 0 : dice.Below(4);
        if (shape != 1)
        {
            pass["mark"] = Mark(dice.Pick(Scale));
        }

        if (shape is 1 or 2)
        {
            pass["questionMinimum"] = Mark(dice.Pick(Scale));
        }

        return pass;
    }

    /// <summary>Bands that do not overlap: minimums, tops, both ends, or a mixture.</summary>
    public JsonArray Bands() => dice.Below(4) switch
    {
        0 => Named(Ascending(dice.Between(1, 4)).Select(minimum => Band(minimum, null))),
        1 => Named(Ascending(dice.Between(1, 4)).Select(top => Band(null, top))),
        2 => Named(Ascending(4).Chunk(2).Select(ends => Band(ends[0], ends[1]))),
        _ => Named(Ascending(4).Chunk(4).SelectMany(ends =>
            new[] { Band(null, ends[0]), Band(ends[1], ends[2]), Band(ends[3], null) })),
    };

    /// <summary>Score rules for the form, and for groups where the method has rules on groups.</summary>
    public JsonArray Rules(IReadOnlyList<string> groups, IReadOnlyList<EarlierQuestion> questions)
    {
        var rules = new JsonArray();
        for (var count = dice.Between(1, 3); count > 0; count--)
        {
            rules.Add((JsonNode)Rule(groups, questions));
        }

        return rules;
    }

    private JsonObject Rule(IReadOnlyList<string> groups, IReadOnlyList<EarlierQuestion> questions)
    {
        var rule = new JsonObject();
        if (method.AllowsGroupRules && dice.Chance(50))
        {
            rule["group"] = dice.Pick(groups);
        }

        if (dice.Chance(60) && new ConditionDraft(dice, questions).Build() is { } condition)
        {
            rule["when"] = condition;
        }

        rule["effect"] = dice.Pick("raise", "lower", "setTo", "minimum");
        rule["amount"] = Mark(dice.Pick(Scale.Where(amount => amount >= 0).ToList()));
        return rule;
    }

    private List<decimal> Ascending(int count) => Decimals.Ascending(dice, Scale, count);

    private JsonObject Band(decimal? minimum, decimal? top)
    {
        var band = new JsonObject();
        if (minimum is not null)
        {
            band["minimum"] = Mark(minimum.Value);
        }

        if (top is not null)
        {
            band["top"] = Mark(top.Value);
        }

        return band;
    }

    private JsonObject Mark(decimal amount) => new JsonObject().With(method.Unit, amount);

    private static JsonArray Named(IEnumerable<JsonObject> bands)
    {
        var list = bands.ToList();
        for (var index = 0; index < list.Count; index++)
        {
            list[index].Insert(0, "name", $"Band {index + 1}");
        }

        return new JsonArray([.. list]);
    }
}
