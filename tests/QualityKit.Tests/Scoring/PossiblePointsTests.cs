using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Tests.Scoring;

/// <summary>What averages weigh a total by (rule S22), where it is worked out from flat answers.</summary>
public sealed class PossiblePointsTests
{
    private static readonly EvaluationForm Form = EvaluationForm.Draft("F")
        .Group("G", 1,
            Ask.YesNo("a", "A?", 3) with { Weight = 0.5m, AllowsNotApplicable = true },
            Ask.YesNo("b", "B?", 7) with { Weight = 0.4m, AllowsNotApplicable = true },
            Ask.YesNo("c", "C?", 1) with { Weight = 0.25m, AllowsNotApplicable = true },
            Ask.YesNo("d", "D?", 9) with { IsExcluded = true })
        .ScoredBy(ScoringMethod.Default with { Combination = Combination.WeightedPoints }).Publish().Value;

    [Theory]
    [InlineData(0, 0, 0, "91/20")]
    [InlineData(1, 1, 1, "91/20")]
    [InlineData(FlatAnswer.NotApplicable, 1, 1, "61/20")]
    [InlineData(0, FlatAnswer.NotApplicable, 1, "7/4")]
    [InlineData(0, 0, FlatAnswer.NotApplicable, "43/10")]
    public void Points_are_possible_times_the_weight_of_what_counts(long a, long b, long c, string possible) =>
        Assert.Equal(possible, PossiblePoints.For(ScoringPlan.For(Form))!.Of([a, b, c, 0]).ToString());

    // Shares of such points are 0 and 1, so the score itself takes small numbers.
    [Theory]
    [InlineData("0.0000000000000000001")]
    [InlineData("9000000000000000000")]
    public void Points_beyond_64_bits_take_the_full_calculation(string points)
    {
        decimal each = decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture);
        EvaluationForm form = EvaluationForm.Draft("F").Group("G", 1, Ask.YesNo("a", "A?", each), Ask.YesNo("b", "B?", each)).Publish().Value;

        Assert.NotNull(ScoringPlan.For(form).Quick);
        Assert.Null(PossiblePoints.For(ScoringPlan.For(form)));
    }
}
