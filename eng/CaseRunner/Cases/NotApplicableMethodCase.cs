using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.CaseRunner.Items;
using QualityKit.CaseRunner.Json;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Cases;

/// <summary>What the four methods of GQM put in place of an answer that is N/A, and what the group scores then.</summary>
internal static class NotApplicableMethodCase
{
    private const string Group = "group";
    private const string OtherGroup = "other";

    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        JsonElement input = published.Input;
        input.OnlyHas("input", "weights", "answers", "possible", "otherGroupSubmitted", "method");
        published.Expected.OnlyHas("expected result", "filled", "group");
        ImmutableArray<Item> items = Items(input);
        var method = setting.Method(VendorMethods.GenesysGqmPercent with
        {
            Value = QuestionValue.AsPoints,
            NotApplicable = RuleOf(input.RequiredMember("method").ToText()),
        });
        Scorecard card = new ItemForm
        {
            Method = method,
            Groups = [new ItemGroup { Key = Group, Items = items }, .. Others(input)],
        }.Score();

        var comparison = new Comparison();
        if (published.Expected.Member("group") is { } group)
        {
            comparison.Number("group", group, card.Group(Group).Score?.Value);
        }

        if (published.Expected.Member("filled") is { } filled)
        {
            CompareFilled(filled, [.. items.Zip(card.Questions).Where(pair => pair.First.IsNotApplicable).Select(pair => pair.Second)], comparison);
        }

        return comparison;
    }

    private static IEnumerable<ItemGroup> Others(JsonElement input)
    {
        Item[] items = [.. input.List("otherGroupSubmitted").Select(Item.Of)];
        return items.Length == 0 ? [] : [new ItemGroup { Key = OtherGroup, Items = [.. items] }];
    }

    private static ImmutableArray<Item> Items(JsonElement input)
    {
        ImmutableArray<Item> items = Item.Weighted(input.RequiredMember("weights").ToList(), input.RequiredMember("answers").ToList());
        ImmutableArray<JsonElement> possible = input.List("possible");
        return possible.IsEmpty ? items : [.. items.Zip(possible, (item, worths) => item with { OtherPoints = [.. worths.ToList().Select(worth => worth.ToDecimal())] })];
    }

    private static void CompareFilled(JsonElement expected, QuestionScore[] questions, Comparison comparison)
    {
        bool isList = expected.ValueKind == JsonValueKind.Array;
        for (int position = 0; position < questions.Length; position++)
        {
            comparison.Number("filled", isList ? expected.ToList()[position] : expected, questions[position].Value);
        }
    }

    private static NotApplicableRule RuleOf(string method) => method switch
    {
        "1" => NotApplicableRule.GroupMean,
        "2" => NotApplicableRule.GroupPossibleMean,
        "3" => VendorMethods.GenesysGqmPercent.NotApplicable,
        "4" => NotApplicableRule.FormMean,
        _ => throw new UnsupportedCaseException($"the method `{method}` is not understood"),
    };
}
