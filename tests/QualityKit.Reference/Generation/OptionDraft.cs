using System.Text.Json.Nodes;

namespace QualityKit.Reference.Generation;

/// <summary>The options, ranges and other members that belong to one kind of question.</summary>
internal sealed class OptionDraft(Dice dice, Features features, MethodDraft method, IReadOnlyList<string> groups)
{
    private static readonly decimal[][] PlainScales =
        [[1, 0], [1, 0], [1, 0], [5, 4, 3, 2, 1, 0], [4, 2, 0], [100, 50, 0], [100, 50, 0], [10, 5, 0], [3, 2, 1], [2, 2], [0, 0]];

    private static readonly decimal[][] DeductionScales = [[0, -5], [0, -2, -10], [0, -2.5m]];

    /// <summary>What fails: the form, the own group, or any group.</summary>
    public JsonNode Scope() => dice.Below(3) switch
    {
        0 => "form",
        1 => "group",
        _ => new JsonObject { ["group"] = dice.Pick(groups) },
    };

    public void Write(JsonObject question, string kind)
    {
        switch (kind)
        {
            case "choice":
                question["options"] = Choices();
                break;
            case "multiSelect":
                question["options"] = Selections();
                WriteCap(question);
                break;
            case "number":
                var step = dice.Pick(1, 1, 1, 0.5m, 0.1m, 0.25m, 5);
                if (step != 1)
                {
                    question["step"] = Decimals.ToJson(step);
                }

                question["ranges"] = Ranges(step);
                break;
            case "text" when dice.Chance(20):
                question["maxLength"] = 200;
                break;
        }
    }

    private JsonArray Choices()
    {
        var keyed = Scale().Select((points, index) => new JsonObject { ["key"] = $"o{index + 1}", ["text"] = $"Option {index + 1}" }
            .With("points", points)).ToList();
        return Flagged(keyed);
    }

    private JsonArray Ranges(decimal step)
    {
        var next = dice.Between(-3, 3) * step;
        var ranges = new List<JsonObject>();
        foreach (var points in Scale())
        {
            var last = next + (dice.Between(0, 4) * step);
            ranges.Add(new JsonObject().With("minimum", next).With("maximum", last).With("points", points));
            next = last + step;
        }

        return Flagged(ranges);
    }

    /// <summary>Bonus, failing and comment flags; then highest points of at least 0 where the method needs that.</summary>
    private JsonArray Flagged(List<JsonObject> list)
    {
        foreach (var option in list)
        {
            WriteFailsAndComment(option);
            if (features.Bonus && dice.Chance(15))
            {
                option["bonus"] = true;
            }
        }

        var normal = list.Where(option => option["bonus"] is null).ToList();
        if (method.NeedsHighestFromZero && normal.Count > 0 && normal.All(option => option["points"]!.GetValue<decimal>() < 0))
        {
            normal[0].With("points", dice.Pick(0, 0.1m, 5));
        }

        return new JsonArray([.. list]);
    }

    private JsonArray Selections()
    {
        var list = new List<JsonObject>();
        foreach (var (points, index) in Scale().Take(4).Select((points, index) => (points, index)))
        {
            var option = new JsonObject { ["key"] = $"o{index + 1}", ["text"] = $"Option {index + 1}" }.With("points", points);
            if (dice.Chance(30))
            {
                // An option that loses points either way could make the highest negative.
                option.With("unselected", points < 0 ? dice.Pick(0, 0.5m, 1) : dice.Pick(Decimals.AnyPoints));
            }

            WriteFailsAndComment(option);
            list.Add(option);
        }

        return new JsonArray([.. list]);
    }

    private void WriteCap(JsonObject question)
    {
        if (dice.Chance(30))
        {
            question.With("cap", dice.Pick(0, 0.5m, 1, 3, 10));
        }
    }

    private void WriteFailsAndComment(JsonObject option)
    {
        if (features.Failures && dice.Chance(12))
        {
            option["fails"] = Scope();
        }

        if (features.Comments && dice.Chance(15))
        {
            option["commentRequired"] = true;
        }
    }

    private IReadOnlyList<decimal> Scale()
    {
        if (features.AnyPoints && dice.Chance(60))
        {
            return Enumerable.Range(0, dice.Between(2, 5)).Select(_ => dice.Pick(Decimals.AnyPoints)).ToList();
        }

        return method.Combination == "deductions" && dice.Chance(70) ? dice.Pick(DeductionScales) : dice.Pick(PlainScales);
    }
}
