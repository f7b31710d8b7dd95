using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.CaseRunner.Items;
using QualityKit.CaseRunner.Json;
using QualityKit.CaseRunner.Vendors;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.CaseRunner.Cases;

/// <summary>What a baseline, a minimum and rules make of points.</summary>
internal static class AdjustCase
{
    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("policy", "input", "expected");
        JsonElement input = published.Input;
        input.OnlyHas("input", "baseline", "minimum", "score", "points", "answers", "deductions", "ruleSetTo", "ruleRaise", "ruleLower");
        published.Expected.OnlyHas("expected result", "score");
        ItemForm form = ItemForm.Of(setting.Method(published.Member("policy") is { } policy ? VendorPolicy.Read(policy) : VendorMethods.Verint), Items(input)) with { Rules = Rules(input) };

        var comparison = new Comparison();
        comparison.Number("score", published.Expected.RequiredMember("score"), form.Score().Total?.Value);
        return comparison;
    }

    private static ImmutableArray<Item> Items(JsonElement input)
    {
        Item[] items =
        [
            .. Numbers(input, "score").Concat(Numbers(input, "points")).Concat(Numbers(input, "answers")).Select(Item.Of),
            .. Numbers(input, "deductions").Select(Item.Of).Select(item => item with { Points = -item.Points, OtherPoints = [0] }),
        ];

        // A baseline alone still belongs to a component in which something was answered.
        return items.Length > 0 ? [.. items] : [new Item { Points = 0 }];
    }

    private static ImmutableArray<ScoreRule> Rules(JsonElement input) =>
    [
        .. Of(input, "baseline", ScoreRuleEffect.Raise),
        .. Of(input, "ruleRaise", ScoreRuleEffect.Raise),
        .. Of(input, "ruleLower", ScoreRuleEffect.Lower),
        .. Of(input, "minimum", ScoreRuleEffect.Minimum),
        .. Of(input, "ruleSetTo", ScoreRuleEffect.SetTo),
    ];

    private static IEnumerable<ScoreRule> Of(JsonElement input, string name, ScoreRuleEffect effect) =>
        Numbers(input, name).Select(amount => new ScoreRule { Effect = effect, Amount = Score.Points(amount.ToDecimal()) });

    private static ImmutableArray<JsonElement> Numbers(JsonElement input, string name) => input.Value(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => list.ToList(),
        { } number => [number],
    };
}
