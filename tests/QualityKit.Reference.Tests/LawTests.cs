using System.Text.Json.Nodes;
using Xunit;

namespace QualityKit.Reference.Tests;

/// <summary>What holds for every case.</summary>
public sealed class LawTests
{
    private static readonly List<(GeneratedCase Case, JsonObject Form, Scored Card)> Cases = CaseGenerator.Many(20_000, 2000)
        .Select(generated => (generated, JsonNode.Parse(generated.Form)!.AsObject(), Scored.Of(generated)))
        .ToList();

    [Fact]
    public void Contributions_add_up_to_the_raw_total_S21()
    {
        var plain = Cases.Where(scored => scored.Card.RawTotal is not null && !HasRulesOrBounds(scored.Form)).ToList();
        Assert.All(plain, scored =>
        {
            var start = Combination(scored.Form) == "deductions" ? "1" : "0";
            Assert.Equal(scored.Card.RawTotal, Sum(scored.Card.Questions.Select(line => line["contribution"]).Append(start)));
            Assert.Equal(scored.Card.RawTotal, Sum(TopGroups(scored.Form, scored.Card).Select(line => line["contribution"]).Append(start)));
        });
        Assert.True(plain.Count > 500);
    }

    [Fact]
    public void Applied_weights_of_normal_questions_add_up_to_1_S21()
    {
        var means = Cases.Where(scored => scored.Card.RawTotal is not null && !(Combination(scored.Form) is "sum" or "deductions")).ToList();
        Assert.All(means, scored => Assert.Equal("1", Sum(NormalQuestions(scored.Form, scored.Card).Select(line => line["appliedWeight"]))));
        Assert.True(means.Count > 500);
    }

    [Fact]
    public void What_failed_never_raises_a_total_above_zero_S16() => Assert.All(
        Cases.Where(scored => scored.Card.Failures.Length > 0 && Method(scored.Form, "failure", "zero") == "zero"),
        scored =>
        {
            var formFailed = scored.Card.Card["failures"]!.AsArray().Any(line => line!["group"] is null);
            Assert.True(!formFailed || scored.Card.Total is null || ExactNumberOf(scored.Card.Total) <= ExactNumber.Zero);
        });

    [Fact]
    public void Without_failures_the_total_is_the_raw_total_S17() => Assert.All(
        Cases.Where(scored => scored.Card.Failures.Length == 0),
        scored => Assert.Equal(scored.Card.RawTotal, scored.Card.Total));

    [Fact]
    public void A_number_of_a_question_that_does_not_count_does_not_exist() => Assert.All(
        Cases.SelectMany(scored => scored.Card.Questions).Where(line => line["state"]!.GetValue<string>() is not ("answered" or "filled")),
        line => Assert.True(line["appliedWeight"] is null && line["contribution"] is null));

    private static IEnumerable<JsonObject> NormalQuestions(JsonObject form, Scored card)
    {
        var bonus = form["groups"]!.AsArray().SelectMany(group => Inside(group!)).Where(item => item["bonus"] is not null)
            .Select(item => item["key"]!.GetValue<string>()).ToHashSet();
        return card.Questions.Where(line => !bonus.Contains(line["key"]!.GetValue<string>()));
    }

    private static IEnumerable<JsonNode> Inside(JsonNode item) =>
        item["items"] is JsonArray items ? items.SelectMany(inner => Inside(inner!)) : [item];

    private static IEnumerable<JsonObject> TopGroups(JsonObject form, Scored card)
    {
        var keys = form["groups"]!.AsArray().Select(group => group!["key"]!.GetValue<string>()).ToHashSet();
        return card.Groups.Where(line => keys.Contains(line["key"]!.GetValue<string>()));
    }

    private static bool HasRulesOrBounds(JsonObject form) =>
        form["rules"] is not null || form["method"]?["capAtFull"] is not null || form["method"]?["floorAtZero"] is not null;

    private static string Combination(JsonObject form) => Method(form, "combination", "groupWeights");

    private static string Method(JsonObject form, string member, string otherwise) =>
        form["method"]?[member]?.GetValue<string>() ?? otherwise;

    private static string Sum(IEnumerable<JsonNode?> fractions) => ExactNumber.Sum(
        fractions.OfType<JsonNode>().Select(fraction => ExactNumberOf(fraction.GetValue<string>()))).ToString();

    private static ExactNumber ExactNumberOf(string fraction)
    {
        var parts = fraction.Split('/');
        return ExactNumber.Parse(parts[0]) / ExactNumber.Parse(parts.Length > 1 ? parts[1] : "1");
    }
}
