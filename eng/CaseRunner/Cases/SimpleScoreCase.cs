using System.Text.Json;
using QualityKit.CaseRunner.Items;
using QualityKit.CaseRunner.Json;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Cases;

/// <summary>A weighted mean of scores.</summary>
internal static class SimpleScoreCase
{
    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        JsonElement input = published.Input;
        input.OnlyHas("input", "weights", "scores", "questionValue", "min", "max", "scale");
        published.Expected.OnlyHas("expected result", "score", "percent", "total");
        decimal[] ends = GivenValue.EndsOf(input);
        Scorecard card = ItemForm.Of(
            setting.Method(GivenValue.MethodOf(input)),
            Item.Weighted(input.RequiredMember("weights").ToList(), input.RequiredMember("scores").ToList()).Select(item => item with { OtherPoints = [.. ends] })).Score();

        var comparison = new Comparison();
        foreach (JsonProperty member in published.Expected.EnumerateObject())
        {
            comparison.Number(member.Name, member.Value, GivenValue.Printed(card.Total));
        }

        return comparison;
    }
}
