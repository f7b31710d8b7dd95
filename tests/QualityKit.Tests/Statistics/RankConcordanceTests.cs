using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>How far raters put units into one order.</summary>
public sealed class RankConcordanceTests
{
    // Ranks by hand: 2.5, 2.5, 1, 5, 4 and 1.5, 4.5, 1.5, 4.5, 3 and 2.5, 1, 2.5, 4.5, 4.5. Their sums lie -2.5, -1, -4, 5 and 2.5 off their mean.
    private static RankConcordance Tied => RankConcordance.Of(Ratings.FromDense([4, 2, 5, 4, 7, 1, 1, 2, 5, 9, 7, 8, 6, 3, 8], 3).Value);

    [Fact]
    public void Ties_are_taken_out_of_what_could_be_at_most()
    {
        // 9 * 120 at most, less 3 times 6, 12 and 12 for one and two ties of two.
        Assert.Equal(12 * 54.5 / 990, Tied.W.Value!.Value, 1e-15);
        Assert.Equal(12 * 54.5 / 1080, Tied.Uncorrected!.Value, 1e-15);
        Assert.Equal((5, 15, 9), (Tied.W.Units, Tied.W.Ratings, Tied.W.Categories));
    }

    [Fact]
    public void Concordance_is_tested_by_chi_square_with_one_degree_less_than_units()
    {
        double x = 3 * 4 * (654 / 990.0);
        Assert.Equal(x, Tied.ChiSquare!.Value, 1e-13);
        Assert.Equal(4, Tied.Degrees);

        // With four degrees of freedom the chance of more than x is exp(-x / 2) (1 + x / 2).
        Assert.Equal(Math.Exp(-x / 2) * (1 + (x / 2)), Tied.PValue!.Value, 1e-14);
    }

    [Fact]
    public void The_mean_of_Spearmans_correlations_is_over_each_pair_of_raters_once()
    {
        // Sums of squares of ranks 9.5, 9 and 9; of products 6, 6.75 and 0.75.
        Assert.Equal(((12.75 / Math.Sqrt(9.5 * 9)) + (0.75 / 9)) / 3, Tied.MeanSpearman!.Value, 1e-15);
    }

    // Kendall and Babington Smith (1939): without ties, the mean correlation is (m W - 1) / (m - 1).
    [Fact]
    public void Without_ties_the_mean_correlation_follows_from_W()
    {
        RankConcordance order = RankConcordance.Of(Ratings.FromDense([1, 3, 2, 1, 2, 1, 4, 2, 3, 4, 1, 4, 4, 2, 3, 3], 4).Value);
        Assert.Equal(((4 * order.W.Value!.Value) - 1) / 3, order.MeanSpearman!.Value, 1e-14);
        Assert.Equal(order.Uncorrected!.Value, order.W.Value.Value, 1e-15);
    }

    [Fact]
    public void A_rater_who_ties_all_units_halves_the_concordance_of_two_and_has_no_correlation()
    {
        // Sums of ranks 3, 4 and 5; 12 * 2 of 4 * 24, less 2 * 24.
        RankConcordance order = RankConcordance.Of(Ratings.FromDense([1, 6, 2, 6, 4, 6], 2).Value);
        Assert.Equal(0.5, order.W.Value!.Value, 1e-15);
        Assert.Equal(0.25, order.Uncorrected!.Value, 1e-15);
        Assert.Null(order.MeanSpearman);
    }

    [Fact]
    public void Two_units_and_two_raters_are_enough_and_one_of_either_is_not()
    {
        Assert.Equal(1, RankConcordance.Of(Ratings.FromDense([1, 5, 2, 7], 2).Value).W.Value);
        Assert.Equal(0, RankConcordance.Of(Ratings.FromDense([1, 5, 2, 3], 2).Value).W.Value);
        RankConcordance unit = RankConcordance.Of(Ratings.FromDense([1, 5, 2], 3).Value);
        Assert.Equal((EstimateStatus.InsufficientData, 1, 3, 3), (unit.W.Status, unit.W.Units, unit.W.Ratings, unit.W.Categories));
        Assert.Equal(EstimateStatus.InsufficientData, RankConcordance.Of(Ratings.FromDense([1, 5, 2], 1).Value).W.Status);
        Assert.Null(unit.ChiSquare);
        Assert.Null(unit.PValue);
    }

    [Fact]
    public void Units_that_all_raters_tie_have_no_order()
    {
        RankConcordance order = RankConcordance.Of(Ratings.FromDense([3, 5, 3, 5, 3, 5], 2).Value);
        Assert.Equal((EstimateStatus.NoVariation, 3, 6, 2), (order.W.Status, order.W.Units, order.W.Ratings, order.W.Categories));
        Assert.Equal(new double?[] { null, null, null, null }, [order.Uncorrected, order.ChiSquare, order.PValue, order.MeanSpearman]);
    }

    [Fact]
    public void Ratings_are_needed() =>
        Assert.Equal("ratings", Assert.Throws<ArgumentNullException>(() => RankConcordance.Of(null!)).ParamName);
}
