using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.CaseRunner.Items;
using QualityKit.CaseRunner.Json;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Cases;

/// <summary>What each rating of a scale is worth, from its lowest to its highest.</summary>
internal static class NormalizeCase
{
    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        published.Input.OnlyHas("input", "scale");
        published.Expected.OnlyHas("expected result", "byRating");
        ImmutableArray<JsonElement> expected = published.Expected.RequiredMember("byRating").ToList();
        ImmutableArray<decimal> ratings = Ratings([.. published.Input.RequiredMember("scale").ToList().Select(end => end.ToDecimal())], expected.Length);
        ScoringMethod method = setting.Method(VendorMethods.ZendeskQa);

        var comparison = new Comparison();
        comparison.Same("ratings", $"{expected.Length}", $"{ratings.Length}");
        foreach ((decimal rating, JsonElement percent) in ratings.Zip(expected))
        {
            Scorecard card = ItemForm.Of(method, [new Item { Points = rating, OtherPoints = ratings }]).Score();
            comparison.Percent($"rating {rating}", percent, card.Total?.Value);
        }

        return comparison;
    }

    // Two numbers are the ends of a scale of whole numbers; more are the ratings themselves.
    private static ImmutableArray<decimal> Ratings(ImmutableArray<decimal> scale, int count) => scale switch
    {
        [decimal lowest, decimal highest] when highest - lowest is > 0 and < 1000 && count != 2 =>
            [.. Enumerable.Range(0, (int)(highest - lowest) + 1).Select(step => lowest + step)],
        { Length: > 1 } => scale,
        _ => throw new UnsupportedCaseException("the scale is not understood"),
    };
}
