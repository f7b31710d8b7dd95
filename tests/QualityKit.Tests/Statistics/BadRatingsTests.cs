using QualityKit.Statistics;
using QualityKit.Validation;

namespace QualityKit.Tests.Statistics;

public sealed class BadRatingsTests
{
    [Fact]
    public void Values_out_of_a_declared_scale_are_refused_all_at_once()
    {
        Validated<Ratings> ratings = Ratings.FromRows([new double?[] { 0, 2 }, [1, 7], [double.NaN, null], [1]], RatingScale.YesNo);

        Assert.False(ratings.IsValid);
        Assert.Equal(
            ["QK7004 /3", "QK7001 /0/1", "QK7001 /1/1", "QK7003 /2/0"],
            ratings.Errors.Select(issue => $"{issue.Code} {issue.Pointer}"));
    }

    [Fact]
    public void A_unit_rated_twice_by_one_rater_is_refused_with_both_places()
    {
        Validated<Ratings> ratings = Ratings.From(
        [
            new Rating { Unit = "call 1", Rater = "ann", Value = 1 },
            new Rating { Unit = "call 2", Rater = "ann", Value = 1 },
            new Rating { Unit = "call 1", Rater = "ann", Value = 2 },
        ]);

        Assert.Equal("QK7002 at /ratings/2: the rater has already rated this unit, at `/ratings/0`; one of the two has to go", Assert.Single(ratings.Errors).ToString());
    }

    [Fact]
    public void A_hundred_issues_are_listed_and_the_others_counted()
    {
        Validated<Ratings> ratings = Ratings.FromDense([.. Enumerable.Repeat(9.0, 250)], 2, RatingScale.YesNo);
        Assert.Equal(101, ratings.Errors.Length);
        Assert.Equal("QK7005: there are 150 more; correct those listed and check again", ratings.Errors[^1].ToString());
    }

    [Fact]
    public void Names_are_kept_in_the_order_in_which_they_are_met()
    {
        Ratings ratings = Ratings.From(
        [
            new Rating { Unit = "call 2", Rater = "ben", Value = 1 },
            new Rating { Unit = "call 1", Rater = "ann", Value = 2 },
        ]).Value;
        Assert.Equal(["call 2", "call 1"], ratings.UnitNames.ToArray());
        Assert.Equal(["ben", "ann"], ratings.RaterNames.ToArray());
        Assert.Equal([1.0, 2.0], ratings.Scale.Values.ToArray());
    }

    [Fact]
    public void Constant_ratings_have_full_agreement_and_no_coefficient()
    {
        UnitCounts counts = Ratings.FromRows([new double?[] { 1, 1 }, [1, 1], [1, null]], RatingScale.YesNo).Value.ToCounts();
        Assert.Equal(1, Agreement.Percent(counts).Value);
        Assert.Equal(EstimateStatus.NoVariation, Agreement.Fleiss(counts).Status);
        Assert.Equal(EstimateStatus.NoVariation, Agreement.Gwet(counts).Status);
        Assert.Equal(EstimateStatus.NoVariation, Agreement.BrennanPrediger(counts).Status);
        Assert.Equal(EstimateStatus.NoVariation, Agreement.Krippendorff(counts, AlphaMetric.Interval).Status);
        Assert.Equal(EstimateStatus.NoVariation, Agreement.KrippendorffBootstrap(counts, AlphaMetric.Nominal, 1).Estimate.Status);
    }

    [Fact]
    public void One_category_is_no_variation_even_when_no_other_was_declared()
    {
        Ratings ratings = Ratings.FromRows([new double?[] { 3, 3 }, [3, 3]]).Value;
        Assert.Equal(1, ratings.Scale.Count);
        Assert.Equal(EstimateStatus.NoVariation, Agreement.Gwet(ratings.ToCounts()).Status);
        Assert.Equal(EstimateStatus.NoVariation, Agreement.Conger(ratings, AgreementWeights.Quadratic).Status);
        Assert.Equal(EstimateStatus.NoVariation, ContingencyTable.Of(ratings, 0, 1).Cohen(AgreementWeights.Ordinal).Status);
    }

    [Fact]
    public void One_rater_and_an_empty_overlap_are_too_little()
    {
        foreach (Ratings ratings in new[]
        {
            Ratings.FromRows([new double?[] { 1 }, [2]]).Value,
            Ratings.FromRows([new double?[] { 1, null }, [null, 2]]).Value,
            Ratings.FromRows([]).Value,
        })
        {
            Assert.Equal(EstimateStatus.InsufficientData, Agreement.Percent(ratings.ToCounts()).Status);
            Assert.Equal(EstimateStatus.InsufficientData, Agreement.Fleiss(ratings.ToCounts()).Status);
            Assert.Equal(EstimateStatus.InsufficientData, Agreement.Conger(ratings).Status);
            Assert.Equal(EstimateStatus.InsufficientData, Agreement.Krippendorff(ratings, AlphaMetric.Ordinal).Status);
            Assert.Equal(EstimateStatus.InsufficientData, PairwiseKappa.Of(ratings).Mean.Status);
            Assert.Equal(EstimateStatus.InsufficientData, FleissTest.Of(ratings.ToCounts()).Kappa.Status);
        }
    }

    [Fact]
    public void A_million_missing_cells_are_no_trouble()
    {
        double[] cells = new double[1_000_000];
        Array.Fill(cells, double.NaN);
        (cells[0], cells[1], cells[2000], cells[2001]) = (1, 1, 2, 2);
        Estimate alpha = Agreement.Krippendorff(Ratings.FromDense(cells, 1000).Value, AlphaMetric.Nominal);
        Assert.Equal(1, alpha.Value);
        Assert.Equal(2, alpha.Units);
        Assert.Equal(4, alpha.Ratings);
    }

    [Fact]
    public void Totals_of_evaluations_need_no_categories()
    {
        var random = new Random(3);
        double[] cells = [.. Enumerable.Range(0, 4000).Select(i => random.NextDouble() + (i / 2 % 7))];
        Ratings ratings = Ratings.FromDense(cells, 2).Value;
        Estimate alpha = Agreement.Krippendorff(ratings, AlphaMetric.Interval);
        Assert.Equal(4000, alpha.Categories);
        Assert.InRange(alpha.Value!.Value, 0.95, 1);
        Assert.NotNull(alpha.StandardError);
        Assert.Null(Agreement.Krippendorff(ratings, AlphaMetric.Ordinal).StandardError);
    }

    [Fact]
    public void Values_that_are_no_categories_are_not_made_a_table_of()
    {
        double[] cells = [.. Enumerable.Range(0, 40_000).Select(i => i * 0.5)];
        Ratings ratings = Ratings.FromDense(cells, 2).Value;
        Assert.Throws<InvalidOperationException>(() => Agreement.Conger(ratings));
        Assert.InRange(Agreement.Krippendorff(ratings, AlphaMetric.Ordinal).Value!.Value, 0.99, 1);
    }

    [Fact]
    public void A_unit_that_nobody_rated_changes_neither_value_nor_error()
    {
        UnitCounts counts = UnitCounts.Of(RatingScale.YesNo, 2, 0, 1, 1, 0, 2, 0, 2);
        UnitCounts more = counts.Plus(UnitCounts.Of(RatingScale.YesNo, 0, 0));
        foreach (AlphaMetric metric in Enum.GetValues<AlphaMetric>())
        {
            Assert.Equal(Agreement.Krippendorff(counts, metric), Agreement.Krippendorff(more, metric));
        }

        Assert.Equal(Agreement.Gwet(counts), Agreement.Gwet(more));
        Assert.Equal(5, Agreement.KrippendorffJackknife(more, AlphaMetric.Ordinal).Values.Length);
    }

    [Fact]
    public void Millions_of_ratings_in_any_order_are_counted_as_one_by_one()
    {
        var random = new Random(11);
        int[] units = [.. Enumerable.Range(0, 300).SelectMany(unit => Enumerable.Repeat(unit % 7 == 0 ? 0 : unit, random.Next(1, 60)))];
        byte[] categories = [.. units.Select(_ => (byte)random.Next(2))];
        int[] order = [.. Enumerable.Range(0, units.Length).OrderBy(_ => random.Next())];
        int[] expected = new int[600];
        for (int i = 0; i < units.Length; i++)
        {
            expected[(units[i] * 2) + categories[i]]++;
        }

        Assert.Contains(expected, count => count > 256);
        Assert.Equal(expected, PairCounter.Count(2, 300, units, categories));
        Assert.Equal(expected, PairCounter.Count(2, 300, [.. order.Select(i => units[i])], [.. order.Select(i => categories[i])]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PairCounter.Count(2, 1, new int[40], [.. new byte[39], 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PairCounter.Count(2, 1, [.. Enumerable.Repeat(1, 40)], new byte[40]));
    }

    [Fact]
    public void A_mistake_of_the_caller_is_thrown()
    {
        Assert.Throws<ArgumentException>(() => RatingScale.Of(2, 1));
        Assert.Throws<ArgumentException>(() => RatingScale.Of());
        Assert.Throws<ArgumentException>(() => RatingScale.OfLabels("a", "a"));
        Assert.Throws<ArgumentException>(() => Ratings.FromDense([1, 2, 3], 2));
        Assert.Throws<ArgumentException>(() => Ratings.FromTriples([1], [1, 2], [1]));
        Assert.Throws<ArgumentException>(() => UnitCounts.Of(RatingScale.YesNo, 1, 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => UnitCounts.FromPairs(RatingScale.YesNo, 1, [1], [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => UnitCounts.FromPairs(RatingScale.YesNo, 1, [0], [2]));
        Assert.Throws<ArgumentException>(() => UnitCounts.Of(RatingScale.YesNo, 1, 2).Plus(UnitCounts.Of(RatingScale.Of(1, 2), 1, 2)));
        Assert.Throws<ArgumentException>(() => AgreementWeights.FromMatrix(new[,] { { 1, 0.5 }, { 0.4, 1 } }));
        Assert.Throws<ArgumentException>(() => Agreement.Krippendorff(UnitCounts.Of(RatingScale.Of(-1, 1), 1, 1), AlphaMetric.Ratio));
        Assert.Throws<ArgumentException>(() => new ScoreMoments(2).Add([1, double.NaN]));
        Assert.Throws<ArgumentException>(() => PairedScores.Of([1], [1, 2]));
    }
}
