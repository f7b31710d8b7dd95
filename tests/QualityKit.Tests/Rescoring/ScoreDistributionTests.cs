using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Rescoring;

namespace QualityKit.Tests.Rescoring;

/// <summary>Where scores lie, in bins of a stated width.</summary>
public sealed class ScoreDistributionTests
{
    [Theory]
    [InlineData(0, "0 % to 1 %")]
    [InlineData(0.999, "0 % to 1 %")]
    [InlineData(1, "1 % to 2 %")]
    [InlineData(59.5, "59 % to 60 %")]
    [InlineData(99.99, "99 % to 100 %")]
    [InlineData(100, "100 %")]
    [InlineData(100.01, "above 100 %")]
    [InlineData(250, "above 100 %")]
    [InlineData(-0.01, "below 0 %")]
    public void A_share_lies_in_a_whole_percent(double percent, string bin)
    {
        ScoreDistribution scores = Of([(decimal)percent]);

        Assert.Equal(bin, scores.Median!.ToString());
        Assert.Equal((1, 1), (scores.Count, scores.Median.Count));
        Assert.Equal(Score.Percent(1), scores.Step);
    }

    [Fact]
    public void Bins_lie_beside_each_other()
    {
        ScoreDistribution scores = Of([3, 3.5m, 100]);

        Assert.Equal(103, scores.Bins.Length);
        Assert.Equal(["below 0 %", "0 % to 1 %"], scores.Bins.Take(2).Select(bin => bin.ToString()));
        Assert.Equal(["99 % to 100 %", "100 %", "above 100 %"], scores.Bins.TakeLast(3).Select(bin => bin.ToString()));
        Assert.Equal([("3 % to 4 %", 2L), ("100 %", 1L)], scores.Bins.Where(bin => bin.Count > 0).Select(bin => (bin.ToString(), bin.Count)));
    }

    [Theory]
    [InlineData(new double[] { 10 }, "10 % to 11 %", "10 % to 11 %", "10 % to 11 %")]
    [InlineData(new double[] { 10, 20 }, "10 % to 11 %", "10 % to 11 %", "20 % to 21 %")]
    [InlineData(new double[] { 10, 20, 30 }, "10 % to 11 %", "20 % to 21 %", "30 % to 31 %")]
    [InlineData(new double[] { 10, 20, 30, 40 }, "10 % to 11 %", "20 % to 21 %", "30 % to 31 %")]
    [InlineData(new double[] { 10, 20, 30, 40, 50 }, "20 % to 21 %", "30 % to 31 %", "40 % to 41 %")]
    public void Quartiles_are_the_nearest_ranks(double[] percents, string lower, string median, string upper)
    {
        ScoreDistribution scores = Of([.. percents.Select(percent => (decimal)percent)]);

        Assert.Equal((lower, median, upper), (scores.LowerQuartile?.ToString(), scores.Median?.ToString(), scores.UpperQuartile?.ToString()));
    }

    [Fact]
    public void The_ends_are_the_lowest_and_the_highest()
    {
        ScoreDistribution scores = Of([10, 20, 30]);

        Assert.Equal(("10 % to 11 %", "30 % to 31 %"), (scores.Quantile(Fraction.Zero)?.ToString(), scores.Quantile(Fraction.One)?.ToString()));
        Assert.Null(Of([]).Quantile(Fraction.Zero));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => scores.Quantile(Fraction.Of(-1, 100)));
        Assert.StartsWith("a share lies from 0 to 1", Assert.Throws<ArgumentOutOfRangeException>("share", () => scores.Quantile(Fraction.Of(101, 100))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "0.01 points")]
    [InlineData(1.5, "0.02 points")]
    [InlineData(2, "0.02 points")]
    [InlineData(5, "0.05 points")]
    [InlineData(6, "0.1 points")]
    [InlineData(10, "0.1 points")]
    [InlineData(10.5, "0.2 points")]
    [InlineData(100, "1 points")]
    [InlineData(101, "2 points")]
    [InlineData(500, "5 points")]
    [InlineData(501, "10 points")]
    [InlineData(0.004, "0.00005 points")]
    public void Points_are_in_round_steps_that_hold_what_can_be_earned(double most, string step)
    {
        EvaluationForm form = Form(Combination.Sum, Ask.Choice("a", "A", ("most", (decimal)most), ("none", 0)));

        Assert.Equal(step, WhatIf.Between(form, form).Report([]).Before.Distribution.Step.ToString(new Rounding { Digits = 6 }));
    }

    [Fact]
    public void Points_that_are_added_up_are_weighed_and_points_that_are_averaged_are_not()
    {
        Question[] questions = [Ask.Choice("a", "A", ("most", 10), ("none", 0)) with { Weight = 3 }, Ask.Choice("b", "B", ("most", 20), ("none", 0)), Ask.Choice("c", "C", ("most", 1000), ("none", 0)) with { IsExcluded = true }];

        Assert.Equal(Score.Points(1), Step(Form(Combination.Sum, questions)));
        Assert.Equal(Score.Points(0.2m), Step(Form(Combination.QuestionWeights, questions)));
        Assert.Equal(Score.Grade(0.2m), Step(Form(Combination.Grade, questions)));
    }

    private static Score Step(EvaluationForm form) => WhatIf.Between(form, form).Report([]).After.Distribution.Step;

    // A group of weight 2, so that the weights of groups take part where points are added up.
    private static EvaluationForm Form(Combination combination, params Question[] questions) => EvaluationForm.Draft("F")
        .ScoredBy(ScoringMethod.Default with
        {
            Combination = combination,
            Value = QuestionValue.AsPoints,
            Failure = combination == Combination.Grade ? FailureEffect.OutcomeOnly : FailureEffect.Zero,
        })
        .Group("G", questions.Length == 1 ? 1 : 2, [.. questions])
        .Publish().Value;

    private static ScoreDistribution Of(decimal[] percents)
    {
        ChoiceQuestion question = Ask.Choice("a", "A", ("full", 10_000), ("none", 0)) with
        {
            Options =
            [
                new ChoiceOption { Key = "full", Text = "Full", Points = 10_000 },
                new ChoiceOption { Key = "none", Text = "None", Points = 0 },
                .. percents.Distinct().Select((percent, position) => new ChoiceOption { Key = $"o{position}", Text = $"{percent}", Points = percent * 100, IsBonus = true }),
            ],
        };
        EvaluationForm form = EvaluationForm.Draft("F").Group("G", 1, question).Publish().Value;
        decimal[] distinct = [.. percents.Distinct()];
        return WhatIf.Between(form, form)
            .Report(percents.Select((percent, number) => Chats.Case($"e{number}", $"a=o{Array.IndexOf(distinct, percent)}")))
            .Before.Distribution;
    }
}
