using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.CaseRunner.Items;
using QualityKit.CaseRunner.Json;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Cases;

/// <summary>Weights within weights: what they multiply to, and the score that they give.</summary>
internal static class CompoundWeightsCase
{
    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        published.Input.OnlyHas("input", "items");
        published.Expected.OnlyHas("expected result", "compoundWeights", "percent");
        ImmutableArray<JsonElement> items = published.Input.RequiredMember("items").ToList();

        var comparison = new Comparison();
        if (published.Expected.Value("percent") is { } percent)
        {
            ScoringMethod method = PercentForm.Method with { Combination = Combination.WeightedPoints };
            comparison.Percent("percent", percent, Form(items, setting.Method(method), item => item).Score().Total?.Value);
        }

        if (published.Expected.Value("compoundWeights") is { } weights)
        {
            CompareWeights(items, weights.ToList(), comparison);
        }

        return comparison;
    }

    // Where every answer is worth one point, a sum of weighted points is a sum of compound weights.
    private static void CompareWeights(ImmutableArray<JsonElement> items, ImmutableArray<JsonElement> weights, Comparison comparison)
    {
        Scorecard card = Form(items, new ScoringMethod { Combination = Combination.Sum }, item => item with { Points = 1 }).Score();
        comparison.Same("weights", $"{weights.Length}", $"{card.Questions.Length}");
        foreach ((QuestionScore question, JsonElement weight) in card.Questions.Zip(weights))
        {
            comparison.Number($"weight of {question.Key}", weight, question.Contribution?.Value);
        }
    }

    private static ItemForm Form(ImmutableArray<JsonElement> items, ScoringMethod method, Func<Item, Item> change) => new()
    {
        Method = method,
        Groups = [.. items.Select((item, position) => Around(item, $"g{position}", change))],
    };

    // The first weight is the question's own; each further one is that of a group around it.
    private static ItemGroup Around(JsonElement source, string key, Func<Item, Item> change)
    {
        source.OnlyHas("item", "score", "w", "weights");
        decimal[] weights = [.. (source.Value("w") ?? source.RequiredMember("weights")).ToList().Select(weight => weight.ToDecimal())];
        Item item = change(Item.Of(source.RequiredMember("score"))) with { Weight = weights[0] };
        var group = new ItemGroup { Key = $"{key}.1", Weight = weights is [_, decimal around, ..] ? around : 1, Items = [item] };
        return weights.Skip(2).Select((outer, level) => (outer, level))
            .Aggregate(group, (inner, next) => new ItemGroup { Key = $"{key}.{next.level + 2}", Weight = next.outer, Groups = [inner] });
    }
}
