using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Tests.Scoring;

/// <summary>Averages over evaluations (rule S22).</summary>
public sealed class ScoreAverageTests
{
    [Fact]
    public void No_scores_have_no_average()
    {
        Assert.Equal((0, null, null, null), (ScoreAverage.Empty.Count, ScoreAverage.Empty.Unit, ScoreAverage.Empty.Mean, ScoreAverage.Empty.RatioOfSums));
        Assert.Null(ScoreAverage.Empty.Merge(ScoreAverage.Empty).Mean);
    }

    // 1/2 of 10 and 1 of 30: the mean is 3/4, the ratio (5 + 30) / 40.
    [Fact]
    public void The_mean_of_scores_and_the_ratio_of_sums_are_two_things()
    {
        ScoreAverage average = ScoreAverage.Empty.Add(Score.Percent(50), Fraction.Of(10)).Add(Score.Percent(100), Fraction.Of(30));
        Assert.Equal((2, ScoreUnit.Share), (average.Count, average.Unit));
        Assert.Equal((Score.Percent(75), Score.Percent(87.5m)), (average.Mean, average.RatioOfSums));
    }

    [Fact]
    public void Adding_leaves_the_average_as_it_was()
    {
        ScoreAverage one = ScoreAverage.Empty.Add(Score.Percent(50), Fraction.One);
        _ = one.Add(Score.Percent(100), Fraction.One);
        Assert.Equal((1, Score.Percent(50)), (one.Count, one.Mean));
    }

    [Fact]
    public void Merging_in_any_order_gives_the_same_exactly()
    {
        var random = new Random(7);
        Score[] scores = [.. Enumerable.Range(1, 60).Select(number => Score.Share(Fraction.Of(random.Next(0, number), number)))];
        ScoreAverage[] parts = [.. scores.Select(score => ScoreAverage.Empty.Add(score, score.Value + Fraction.One))];
        ScoreAverage forward = parts.Aggregate(ScoreAverage.Empty, (all, part) => all.Merge(part));
        random.Shuffle(parts);
        ScoreAverage shuffled = parts.Aggregate((all, part) => part.Merge(all));
        Fraction sum = scores.Aggregate(Fraction.Zero, (all, score) => all + score.Value);
        Fraction weighed = scores.Aggregate(Fraction.Zero, (all, score) => all + (score.Value * (score.Value + Fraction.One)));
        Assert.Equal((Score.Share(sum / 60), Score.Share(weighed / (sum + 60)), 60), (forward.Mean, forward.RatioOfSums, forward.Count));
        Assert.Equal((forward.Mean, forward.RatioOfSums, forward.Count, forward.Unit), (shuffled.Mean, shuffled.RatioOfSums, shuffled.Count, shuffled.Unit));
    }

    [Fact]
    public void A_third_three_times_is_a_third()
    {
        ScoreAverage average = ScoreAverage.Empty;
        for (int time = 0; time < 3; time++)
        {
            average = average.Add(Score.Share(Fraction.Of(1, 3)), Fraction.Of(3));
        }

        Assert.Equal(Score.Share(Fraction.Of(1, 3)), average.Mean);
    }

    [Fact]
    public void Units_do_not_mix()
    {
        ScoreAverage shares = ScoreAverage.Empty.Add(Score.Percent(50), Fraction.One);
        ScoreAverage points = ScoreAverage.Empty.Add(Score.Points(5), Fraction.One);
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => shares.Add(Score.Points(5), Fraction.One));
        Assert.StartsWith("a score in `Points` cannot be averaged with scores in `Share`", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => shares.Merge(points));
        Assert.Equal(ScoreUnit.Points, ScoreAverage.Empty.Merge(points).Unit);
        Assert.Equal(ScoreUnit.Points, points.Merge(ScoreAverage.Empty).Unit);
    }

    [Fact]
    public void Possible_points_are_0_or_more()
    {
        ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>("possible", () => ScoreAverage.Empty.Add(Score.Percent(50), Fraction.Of(-1)));
        Assert.StartsWith("possible points are 0 or more", refused.Message, StringComparison.Ordinal);
        ScoreAverage average = ScoreAverage.Empty.Add(Score.Percent(50), Fraction.Zero);
        Assert.Equal((Score.Percent(50), null), (average.Mean, average.RatioOfSums));
    }

    // 60 % of 1 + 10 points and 40 % of 1 + 10 + 1.
    [Fact]
    public void Scorecards_are_weighed_by_their_possible_points()
    {
        ScoreAverage average = ScoreAverage.Empty.Add(SupportCall.Score("greeting=yes solved=partly identity=NA")).Add(SupportCall.Score("greeting=no solved=no identity=yes"));
        Assert.Equal((Score.Percent(50), Score.Share(Fraction.Of(114, 230))), (average.Mean, average.RatioOfSums));
    }

    [Fact]
    public void A_card_without_a_total_stays_out()
    {
        EvaluationForm form = EvaluationForm.Draft("F").Group("G", 1, Ask.YesNo("a", "A") with { AllowsNotApplicable = true }).Publish().Value;
        ScoreAverage one = ScoreAverage.Empty.Add(Score.Percent(50), Fraction.One);
        Assert.Same(one, one.Add(Scorer.Score(form, Sheets.Of("a=NA"))));
    }

    [Fact]
    public void A_provisional_card_is_refused()
    {
        Scorecard card = Scorer.Preview(SupportCall.Form, Sheets.Of("greeting=yes"));
        ArgumentException thrown = Assert.Throws<ArgumentException>("card", () => ScoreAverage.Empty.Add(card));
        Assert.StartsWith("a provisional score cannot be averaged; submit it first", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_may_be_null()
    {
        Assert.Throws<ArgumentNullException>("card", () => ScoreAverage.Empty.Add(null!));
        Assert.Throws<ArgumentNullException>("other", () => ScoreAverage.Empty.Merge(null!));
    }
}
