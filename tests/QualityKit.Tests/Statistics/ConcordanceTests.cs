using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>What two scores of each unit say together, beside their correlation.</summary>
public sealed class ConcordanceTests
{
    private static readonly double[] Evaluator = [-2, 1.5, 4, 7, 3];
    private static readonly double[] Expert = [-1, 3.5, 2, 9, 6.25];

    [Fact]
    public void Concordance_of_five_pairs_is_that_of_Lin()
    {
        // Lin (1989), equation for the variance of z, with the variance of the value as corrected in 2000; moments in exact fractions, the rest to 40 digits.
        Estimate ccc = PairedScores.Of(Evaluator, Expert).Concordance();
        Assert.Equal(6988.0 / 8873, ccc.Value!.Value, 1e-14);
        Assert.Equal(0.19676750537034312, ccc.StandardError!.Value, 1e-13);
        Same(0.049379391799921776, 0.96929579629079949, ccc.Interval);
        Assert.Equal((5, 10, 0), (ccc.Units, ccc.Ratings, ccc.Categories));
    }

    [Fact]
    public void Concordance_of_three_pairs_and_against_the_grain_have_errors_too()
    {
        // As above, from the same formulas.
        Estimate three = PairedScores.Of([1, 2, 6], [3, 3.5, 5]).Concordance();
        Assert.Equal(44.0 / 73, three.Value!.Value, 1e-14);
        Assert.Equal(0.23889226187442238, three.StandardError!.Value, 1e-13);
        Same(-0.037923124182896855, 0.89224293519453738, three.Interval);

        Estimate against = PairedScores.Of([1, 2, 6, 4], [-3, -3.5, -5, -2]).Concordance();
        Assert.Equal(-11.0 / 260, against.Value!.Value, 1e-14);
        Assert.Equal(0.068155890592279368, against.StandardError!.Value, 1e-13);
        Same(-0.17435584100011588, 0.091235247960642491, against.Interval);
    }

    [Fact]
    public void Concordance_does_not_mind_which_score_comes_first()
    {
        Estimate one = PairedScores.Of(Evaluator, Expert).Concordance();
        Estimate other = PairedScores.Of(Expert, Evaluator).Concordance();
        Assert.Equal(one.Value!.Value, other.Value!.Value, 1e-15);
        Assert.Equal(one.StandardError!.Value, other.StandardError!.Value, 1e-15);
    }

    [Fact]
    public void A_line_that_all_pairs_lie_on_has_no_error()
    {
        // Means 2 and 4, variances 1 and 9, covariance 3: 6 / (1 + 9 + 4).
        Estimate line = PairedScores.Of([1, 1, 3, 3], [1, 1, 7, 7]).Concordance();
        Assert.Equal(6.0 / 14, line.Value!.Value, 1e-15);
        Assert.Null(line.StandardError);
        Assert.Null(line.Interval);

        Estimate two = PairedScores.Of([1, 4], [2, 9]).Concordance();
        Assert.Equal(10.5 / (2.25 + 12.25 + 9), two.Value!.Value, 1e-15);
        Assert.Null(two.StandardError);
    }

    [Fact]
    public void Opposites_but_for_a_billionth_have_no_interval()
    {
        Estimate opposite = PairedScores.Of([2, 5, -1, 8, -9], [0, -3, 3, -6, 11.000000001396984]).Concordance();
        Assert.Equal(-1, opposite.Value!.Value, 1e-15);
        Assert.Null(opposite.StandardError);
        Assert.Null(opposite.Interval);
    }

    [Fact]
    public void A_concordance_that_an_offset_leaves_next_to_nothing_of_has_no_error()
    {
        Estimate lost = PairedScores.Of([1e-100, 2e-100, 4e-100], [9.999999999999999e99, 1e100, 1e100]).Concordance();
        Assert.InRange(lost.Value!.Value, double.Epsilon, 1e-200);
        Assert.Null(lost.StandardError);
        Assert.Null(lost.Interval);
    }

    [Fact]
    public void Fewer_than_two_pairs_and_pairs_all_alike_have_no_concordance()
    {
        Assert.Equal(EstimateStatus.InsufficientData, PairedScores.Of([], []).Concordance().Status);
        Estimate one = PairedScores.Of([3], [5]).Concordance();
        Assert.Equal((EstimateStatus.InsufficientData, 1, 2), (one.Status, one.Units, one.Ratings));
        Estimate alike = PairedScores.Of([3, 3], [3, 3]).Concordance();
        Assert.Equal((EstimateStatus.NoVariation, 2, 4), (alike.Status, alike.Units, alike.Ratings));
    }

    [Fact]
    public void Differences_are_the_first_score_less_the_second()
    {
        LimitsOfAgreement limits = PairedScores.Of(Evaluator, Expert).LimitsOfAgreement();

        // -1, -2, 2, -2 and -3.25: their sum is -6.25, and their squares sum to 23.5625.
        Assert.Equal(-1.25, limits.Bias.Value!.Value, 1e-15);
        Assert.Equal(Math.Sqrt((23.5625 - (6.25 * 1.25)) / 4), limits.StandardDeviation!.Value, 1e-14);
        Assert.Equal((5, 10), (limits.Bias.Units, limits.Bias.Ratings));
    }

    [Fact]
    public void Columns_of_two_lengths_are_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => PairedScores.Of([1, 2], [1, 2, 3]));
        Assert.Equal("y", refused.ParamName);
        Assert.Contains("one length", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1.0000000000000002e100)]
    public void A_score_that_cannot_be_used_is_refused_in_either_column(double score)
    {
        double[][][] columns = [[[1, score], [2, 3]], [[score, 1], [2, 3]], [[1, 2], [3, score]], [[1, 2], [score, 3]]];
        foreach (double[][] pair in columns)
        {
            ArgumentException refused = Assert.Throws<ArgumentException>(() => PairedScores.Of(pair[0], pair[1]));
            Assert.Equal("x", refused.ParamName);
            Assert.Contains("at most 1e100 from 0", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(2, PairedScores.Of([1e100, 1], [2, -1e100]).Count);
    }

    private static void Same(double lower, double upper, ConfidenceInterval? interval)
    {
        Assert.Equal(lower, interval!.Value.Lower, 1e-12);
        Assert.Equal(upper, interval.Value.Upper, 1e-12);
        Assert.Equal(0.95, interval.Value.Confidence);
    }
}
