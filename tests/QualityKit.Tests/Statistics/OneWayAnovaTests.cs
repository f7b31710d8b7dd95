using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>Groups of scores of any sizes.</summary>
public sealed class OneWayAnovaTests
{
    private static readonly double[][] Uneven = [[10, 12, 17], [4, 8], [], [21]];

    // By hand: means 13, 6 and 21, and 12 of all; 3 * 1 + 2 * 36 + 81 between, 26 + 8 within, k0 = (6 - 14 / 6) / 2.
    [Fact]
    public void Three_groups_of_three_two_and_one_are_analysed_as_by_hand()
    {
        var anova = OneWayAnova.Of(Uneven);
        Assert.Equal((3, 6), (anova.Groups, anova.Scores));
        Assert.Equal(156, anova.BetweenSquares, 1e-12);
        Assert.Equal(34, anova.WithinSquares, 1e-12);
        Assert.Equal(78, anova.BetweenMeanSquare!.Value, 1e-12);
        Assert.Equal(34 / 3.0, anova.WithinMeanSquare!.Value, 1e-12);
        Assert.Equal(156 / 190.0, anova.ExplainedShare!.Value, 1e-14);
        Assert.Equal(11 / 6.0, anova.Size!.Value, 1e-14);
    }

    [Fact]
    public void The_ratio_of_mean_squares_is_tested_with_the_degrees_of_freedom_of_both()
    {
        FTest test = OneWayAnova.Of(Uneven).Test!.Value;
        Assert.Equal(117 / 17.0, test.F, 1e-13);
        Assert.Equal((2, 3), (test.Above, test.Below));

        // With two degrees above, the chance of more than f is (1 + 2 f / d)^(-d / 2).
        Assert.Equal(Math.Pow(95 / 17.0, -1.5), test.PValue, 1e-13);
    }

    [Fact]
    public void Two_scores_of_one_group_are_alike_as_far_as_groups_differ()
    {
        Estimate icc = OneWayAnova.Of(Uneven).IntraclassCorrelation;
        Assert.Equal((78 - (34 / 3.0)) / (78 + (5 / 6.0 * 34 / 3)), icc.Value!.Value, 1e-14);
        Assert.Equal((EstimateStatus.Ok, 3, 6, 0), (icc.Status, icc.Units, icc.Ratings, icc.Categories));
    }

    [Fact]
    public void Groups_of_one_size_have_it_as_the_size_that_counts_and_the_correlation_of_a_table()
    {
        double[][] rows = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
        var anova = OneWayAnova.Of(rows);
        Assert.Equal(4, anova.Size!.Value, 1e-14);
        Assert.Equal(IntraclassCorrelation.Of([.. rows.SelectMany(row => row)], 4).OneWay.Value!.Value, anova.IntraclassCorrelation.Value!.Value, 1e-13);
    }

    [Fact]
    public void Two_groups_are_enough()
    {
        // Means 1 and 4, and 3 of all: 2 * 4 + 4 * 1 between; k0 = 6 - 20 / 6.
        var two = OneWayAnova.Of([[0.0, 2], [1.0, 3, 5, 7]]);
        Assert.Equal(12, two.BetweenMeanSquare!.Value, 1e-13);
        Assert.Equal(22 / 4.0, two.WithinMeanSquare!.Value, 1e-13);
        Assert.Equal(8 / 3.0, two.Size!.Value, 1e-14);
        Assert.Equal((12 - 5.5) / (12 + (5 / 3.0 * 5.5)), two.IntraclassCorrelation.Value!.Value, 1e-14);
    }

    [Fact]
    public void One_group_differs_from_no_other()
    {
        var one = OneWayAnova.Of([[3.0, 5, 10]]);
        Assert.Equal((1, 3), (one.Groups, one.Scores));
        Assert.Equal(new double?[] { null, null, 13, 0 }, [one.Size, one.BetweenMeanSquare, one.WithinMeanSquare, one.ExplainedShare]);
        Assert.Null(one.Test);
        Assert.Equal((EstimateStatus.InsufficientData, 1, 3), (one.IntraclassCorrelation.Status, one.IntraclassCorrelation.Units, one.IntraclassCorrelation.Ratings));
    }

    [Fact]
    public void Groups_of_one_score_each_have_nothing_within()
    {
        var single = OneWayAnova.Of([[3.0], [5.0], [10.0]]);
        Assert.Equal(new double?[] { 13, null, 1, 1 }, [single.BetweenMeanSquare, single.WithinMeanSquare, single.ExplainedShare, single.Size]);
        Assert.Null(single.Test);
        Assert.Equal((EstimateStatus.InsufficientData, 3), (single.IntraclassCorrelation.Status, single.IntraclassCorrelation.Ratings));
    }

    [Fact]
    public void Groups_that_vary_only_among_themselves_have_no_test_and_are_one_thing_within()
    {
        var between = OneWayAnova.Of([[3.0, 3], [7.0, 7, 7]]);
        Assert.Equal(0, between.WithinMeanSquare);
        Assert.Null(between.Test);
        Assert.Equal(1, between.IntraclassCorrelation.Value);
    }

    [Fact]
    public void Scores_that_are_all_alike_have_nothing_to_explain()
    {
        var alike = OneWayAnova.Of([[4.1, 4.1], [4.1, 4.1, 4.1]]);
        Assert.Null(alike.ExplainedShare);
        Assert.Null(alike.Test);
        Assert.Equal(EstimateStatus.NoVariation, alike.IntraclassCorrelation.Status);
    }

    [Fact]
    public void Without_a_score_there_is_nothing()
    {
        var none = OneWayAnova.Of([[], []]);
        Assert.Equal((0, 0, 0.0, 0.0), (none.Groups, none.Scores, none.BetweenSquares, none.WithinSquares));
        Assert.Equal(new double?[] { null, null, null, null }, [none.Size, none.BetweenMeanSquare, none.WithinMeanSquare, none.ExplainedShare]);
        Assert.Equal(EstimateStatus.InsufficientData, none.IntraclassCorrelation.Status);
        Assert.Equal(none, OneWayAnova.Of([]));
    }

    [Fact]
    public void A_common_offset_of_a_hundred_million_costs_no_digits()
    {
        var moved = OneWayAnova.Of(Uneven.Select(group => group.Select(score => score + 1e8).ToArray()));
        Assert.Equal(156, moved.BetweenSquares, 1e-12);
        Assert.Equal(34, moved.WithinSquares, 1e-12);
    }

    // Means of 1, 4 and -1 above a hundred million, and 0.8 of all: 2 * 0.04 + 10.24 + 2 * 3.24.
    [Fact]
    public void A_first_score_far_from_all_means_costs_no_digits() =>
        Assert.Equal(16.8, OneWayAnova.Of([[0.0, 200000002], [100000004.0], [99999998.0, 100000000]]).BetweenSquares, 1e-9);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1.0000000000000002e100)]
    public void A_score_that_cannot_be_used_is_refused_wherever_it_is(double score)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => OneWayAnova.Of([[1.0, 2], [3.0, score, 4]]));
        Assert.Equal("groups", refused.ParamName);
        Assert.Contains("at most 1e100 from 0", refused.Message, StringComparison.Ordinal);
        Assert.Equal("groups", Assert.Throws<ArgumentNullException>(() => OneWayAnova.Of(null!)).ParamName);
    }
}
