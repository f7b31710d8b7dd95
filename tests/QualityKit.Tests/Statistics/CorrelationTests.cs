using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>Correlations of values and of ranks.</summary>
public sealed class CorrelationTests
{
    private static readonly double[] Tied = [3, 1, 3, 8, -2];
    private static readonly double[] MoreTied = [10, 7, 7, 12, 7];

    [Fact]
    public void Pearsons_correlation_has_the_interval_of_Fishers_z()
    {
        // tanh(atanh(r) - 1.96 / sqrt(n - 3)) and tanh(atanh(r) + 1.96 / sqrt(n - 3)) (Fisher 1921), with moments in exact fractions and the rest to 40 digits.
        Estimate five = PairedScores.Of([-2, 1.5, 4, 7, 3], [-1, 3.5, 2, 9, 6.25]).Pearson();
        Assert.Equal(Math.Sqrt(3052009.0 / 4155744), five.Value!.Value, 1e-14);
        Same(-0.10368485611687558, 0.99041117006534245, five.Interval);
        Assert.Equal((5, 10, null), (five.Units, five.Ratings, five.StandardError));

        Estimate four = PairedScores.Of([1, 2, 6, 4], [-3, -3.5, -5, -2]).Pearson();
        Assert.Equal(-Math.Sqrt(363.0 / 1475), four.Value!.Value, 1e-14);
        Same(-0.98672197632437089, 0.88873259498786544, four.Interval);
    }

    [Fact]
    public void Three_pairs_and_pairs_on_a_line_have_no_interval()
    {
        // Deviations -2, -1, 3 and -1, 2, -1.
        Estimate three = PairedScores.Of([1, 2, 6], [3, 6, 3]).Pearson();
        Assert.Equal(-3 / Math.Sqrt(14 * 6), three.Value!.Value, 1e-15);
        Assert.Null(three.Interval);
        Assert.Equal(new ConfidenceInterval?[] { null, null }, [PairedScores.Of([1, 1, 3, 3], [1, 1, 7, 7]).Pearson().Interval, PairedScores.Of([1, 1, 3, 3], [7, 7, 1, 1]).Pearson().Interval]);
    }

    [Fact]
    public void Two_pairs_are_correlated_and_one_is_not()
    {
        Estimate two = PairedScores.Of([1, 4], [9, 2]).Pearson();
        Assert.Equal((-1, 2, 4), (two.Value!.Value, two.Units, two.Ratings));
        Assert.Null(two.Interval);
        Assert.Equal(EstimateStatus.InsufficientData, PairedScores.Of([1], [9]).Pearson().Status);
        Assert.Equal(EstimateStatus.InsufficientData, PairedScores.Of([], []).Pearson().Status);
        Assert.Equal(EstimateStatus.NoVariation, PairedScores.Of([1, 2], [9, 9]).Pearson().Status);
    }

    // The density of r without correlation goes with (1 - r^2)^(n/2 - 2) (Fisher 1915): even for four pairs, and a parabola for six.
    [Fact]
    public void A_p_value_is_the_share_of_correlations_as_far_from_0()
    {
        PairedScores four = PairedScores.Of([1, 2, 6, 4], [-3, -3.5, -5, -2]);
        Assert.Equal(1 - Math.Sqrt(363.0 / 1475), four.PearsonPValue()!.Value, 1e-13);

        // Deviations -2, -1, 3 and -1, 2, -1, and 1 - 2 / pi asin|r|.
        PairedScores three = PairedScores.Of([1, 2, 6], [3, 6, 3]);
        Assert.Equal(1 - (2 / Math.PI * Math.Asin(3 / Math.Sqrt(84))), three.PearsonPValue()!.Value, 1e-13);

        // Deviations -5, -3, -1, 1, 3, 5 and -1, -3, 1, -1, 5, -1: sums of squares 70 and 38, of products 22.
        double r = 22 / Math.Sqrt(70 * 38);
        PairedScores six = PairedScores.Of([0, 2, 4, 6, 8, 10], [6, 4, 8, 6, 12, 6]);
        Assert.Equal(1 - (((3 * r) - (r * r * r)) / 2), six.PearsonPValue()!.Value, 1e-13);
    }

    [Fact]
    public void Pairs_on_a_line_are_never_by_chance_and_two_pairs_do_not_tell()
    {
        Assert.Equal(0, PairedScores.Of([1, 1, 3, 3], [1, 1, 7, 7]).PearsonPValue());
        Assert.Equal(0, PairedScores.Of([1, 1, 3, 3], [7, 7, 1, 1]).PearsonPValue());
        Assert.Null(PairedScores.Of([1, 4], [9, 2]).PearsonPValue());
        Assert.Null(PairedScores.Of([1, 4, 5], [9, 9, 9]).PearsonPValue());
    }

    [Fact]
    public void Spearmans_correlation_is_that_of_ranks_with_ties_in_their_middle()
    {
        // Ranks 3.5, 2, 3.5, 5, 1 and 4, 2, 2, 5, 2, each with the mean 3.
        Estimate rho = PairedScores.Of(Tied, MoreTied).Spearman();
        Assert.Equal(7 / Math.Sqrt(9.5 * 8), rho.Value!.Value, 1e-15);
        Assert.Equal((5, 10, 0), (rho.Units, rho.Ratings, rho.Categories));
        Assert.Equal(-1, PairedScores.Of([1, 4], [9, 2]).Spearman().Value);
        Assert.Equal(EstimateStatus.InsufficientData, PairedScores.Of([1], [9]).Spearman().Status);
        Assert.Equal(EstimateStatus.InsufficientData, PairedScores.Of([], []).Spearman().Status);
        Assert.Equal(EstimateStatus.NoVariation, PairedScores.Of([1, 2, 3], [9, 9, 9]).Spearman().Status);
    }

    [Fact]
    public void Kendalls_tau_takes_ties_out_of_both()
    {
        // Of ten pairs six are in one order and none in the other; one ties the first column, and three the second.
        Estimate tau = PairedScores.Of(Tied, MoreTied).KendallTau();
        Assert.Equal(6 / Math.Sqrt(9 * 7), tau.Value!.Value, 1e-15);
        Assert.Equal((5, 10, 0), (tau.Units, tau.Ratings, tau.Categories));

        // SciPy 1.10.1 gives this number: two pairs in one order, six in the other.
        Assert.Equal(-0.47140452079103173, PairedScores.Of([12, 2, 1, 12, 2], [1, 4, 7, 1, 0]).KendallTau().Value!.Value, 1e-15);
    }

    [Fact]
    public void Kendalls_tau_needs_two_units_and_an_order_in_both_columns()
    {
        Assert.Equal(EstimateStatus.InsufficientData, PairedScores.Of([], []).KendallTau().Status);
        Estimate one = PairedScores.Of([1], [9]).KendallTau();
        Assert.Equal((EstimateStatus.InsufficientData, 1, 2), (one.Status, one.Units, one.Ratings));
        Assert.Equal(-1, PairedScores.Of([1, 4], [9, 2]).KendallTau().Value);
        Estimate first = PairedScores.Of([5, 5, 5], [1, 2, 3]).KendallTau();
        Assert.Equal((EstimateStatus.NoVariation, 3, 6), (first.Status, first.Units, first.Ratings));
        Assert.Equal(EstimateStatus.NoVariation, PairedScores.Of([1, 2, 3], [5, 5, 5]).KendallTau().Status);
    }

    private static void Same(double lower, double upper, ConfidenceInterval? interval)
    {
        Assert.Equal(lower, interval!.Value.Lower, 1e-12);
        Assert.Equal(upper, interval.Value.Upper, 1e-12);
        Assert.Equal(0.95, interval.Value.Confidence);
    }
}
