using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.CaseRunner.Items;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Cases;

/// <summary>The scoring systems of GQM (grades, points, percent) and the answers of Engage that fail the form.</summary>
internal static class ScoringSystemCase
{
    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        published.Input.OnlyHas("input", "weights", "grades", "points", "percents", "percent", "answers", "groups");
        published.Expected.OnlyHas("expected result", "grade", "score", "form", "percent", "total");
        Scorecard card = Read(published.Input, setting).Score();

        var comparison = new Comparison();
        foreach (JsonProperty member in published.Expected.EnumerateObject())
        {
            Fraction? total = card.Total?.Value;
            comparison.Number(member.Name, member.Value, card.Form.Method.Unit == ScoreUnit.Share ? total * 100 : total);
        }

        return comparison;
    }

    private static ItemForm Read(JsonElement input, Setting setting) => input switch
    {
        _ when input.Value("grades") is { } grades => ItemForm.Of(setting.Method(VendorMethods.GenesysGqmGrades), Weighted(input, grades)),
        _ when input.Value("points") is { } points => ItemForm.Of(setting.Method(VendorMethods.GenesysGqmPoints), Weighted(input, points)),
        _ when (input.Value("percents") ?? input.Value("percent")) is { } percents => ItemForm.Of(setting.Method(VendorMethods.GenesysGqmPercent), Weighted(input, percents)),
        _ when input.Value("answers") is { } answers => ItemForm.Of(setting.Method(PercentForm.Method), answers.ToList().Select(Answer)),
        _ => new ItemForm
        {
            Method = setting.Method(VendorMethods.GenesysGqmPercent),
            Groups = [.. input.RequiredMember("groups").ToList().Select(Group)],
        },
    };

    private static ImmutableArray<Item> Weighted(JsonElement input, JsonElement points) =>
        input.Value("weights") is { } weights ? Item.Weighted(weights.ToList(), points.ToList()) : [.. points.ToList().Select(Item.Of)];

    private static ItemGroup Group(JsonElement group, int position)
    {
        group.OnlyHas("group", "id", "name", "weight", "answers");
        return new()
        {
            Key = $"g{position}",
            Weight = group.OptionalDecimal("weight") ?? 1,
            Items = [.. group.RequiredMember("answers").ToList().Select(Answer)],
        };
    }

    private static Item Answer(JsonElement answer)
    {
        answer.OnlyHas("answer", "weight", "score", "percent", "autoFail");
        Item item = Item.Of(answer.Value("score") ?? answer.RequiredMember("percent")) with { Weight = answer.OptionalDecimal("weight") ?? 1 };
        return answer.Flag("autoFail") ? item with { Fails = FailureScope.Form, FailingPoints = item.Points } : item;
    }
}
