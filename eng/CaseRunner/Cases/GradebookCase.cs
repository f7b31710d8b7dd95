using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.CaseRunner.Items;
using QualityKit.CaseRunner.Json;
using QualityKit.Methods;

namespace QualityKit.CaseRunner.Cases;

/// <summary>Grades put together as a gradebook does: means, simple weights, extra credit, empty grades.</summary>
internal static class GradebookCase
{
    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        JsonElement input = published.Input;
        input.OnlyHas("input", "items", "weights", "extraCredit", "scale", "method", "dropLowest", "keepHighest", "keepLowest");
        published.Expected.OnlyHas("expected result", "percent", "grade", "emptyExcluded", "emptyAsZero");
        ScoringMethod method = setting.Method(MethodOf(input));
        decimal scale = input.OptionalDecimal("scale") ?? 100;
        ImmutableArray<Item> items = Items(input);

        var comparison = new Comparison();
        foreach (JsonProperty member in published.Expected.EnumerateObject())
        {
            UnansweredRule unanswered = member.Name == "emptyAsZero" ? UnansweredRule.AsZero : UnansweredRule.AsNotApplicable;
            Fraction? share = ItemForm.Of(method with { Unanswered = unanswered }, items).Score().Total?.Value;
            comparison.Number(member.Name, member.Value, share * (member.Name == "percent" ? 100 : scale));
        }

        return comparison;
    }

    private static ScoringMethod MethodOf(JsonElement input)
    {
        var method = new ScoringMethod { Value = QuestionValue.OfMaximum, NotApplicable = NotApplicableRule.LeavesForm, Selection = DropKeepCase.SelectionOf(input) };
        return input.RequiredMember("method").ToText() switch
        {
            "mean" or "weighted-mean" => method with { Combination = Combination.QuestionWeights },
            "simple-weighted-mean" or "natural" => method with { Combination = Combination.TotalPoints },
            "extra-credit-mean" => method with { Combination = Combination.QuestionWeights, Bonus = BonusRule.ToMean },
            "median" => Keeping(method, Selection.KeepMiddle),
            "mode" => Keeping(method, Selection.KeepMostFrequent),
            "min" or "minimum" or "lowest" => Keeping(method, Selection.KeepLowest(1)),
            "max" or "maximum" or "highest" => Keeping(method, Selection.KeepHighest(1)),
            string other => throw new UnsupportedCaseException($"the library has no combination `{other}`"),
        };
    }

    // One selection is made of grades: what is dropped beside it would have to be dropped before.
    private static ScoringMethod Keeping(ScoringMethod method, Selection selection) => method.Selection == Selection.All
        ? method with { Combination = Combination.QuestionWeights, Selection = selection }
        : throw new UnsupportedCaseException("dropping and keeping at once is not offered");

    // Which grade is in the middle, and which is the most frequent, does not hang on weights.
    private static bool HasWeights(JsonElement input) => input.RequiredMember("method").ToText().Contains("mean", StringComparison.Ordinal) || input.RequiredMember("method").ToText() == "natural";

    // An extra credit other than 0 makes a bonus of the item, and is its weight.
    private static ImmutableArray<Item> Items(JsonElement input)
    {
        ImmutableArray<JsonElement> weights = HasWeights(input) ? input.List("weights") : [];
        ImmutableArray<JsonElement> credits = input.List("extraCredit");
        return
        [
            .. input.RequiredMember("items").ToList().Select((item, position) =>
            {
                decimal credit = credits.IsEmpty ? 0 : CreditOf(credits[position]);
                decimal weight = weights.IsEmpty ? 1 : weights[position].ToDecimal();
                return Grade(item) with { IsBonus = credit != 0, Weight = credit != 0 ? credit : weight };
            }),
        ];
    }

    private static decimal CreditOf(JsonElement credit) => credit.ValueKind switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False or JsonValueKind.Null => 0,
        _ => credit.ToDecimal(),
    };

    private static Item Grade(JsonElement item) => item.ToList() is [var grade, var maximum]
        ? Item.Of(grade) with { OtherPoints = [0, maximum.ToDecimal()] }
        : throw new UnsupportedCaseException("a pair of a grade and the highest grade is expected");
}
