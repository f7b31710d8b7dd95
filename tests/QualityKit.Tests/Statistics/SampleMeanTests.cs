using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>Scores as a sample.</summary>
public sealed class SampleMeanTests
{
    [Fact]
    public void The_deviation_is_that_of_a_sample()
    {
        // Deviations -0.2, -4.7, 0.8, 6.8 and -2.7 from 3.2: squares that sum to 76.3.
        SampleMean sample = SampleMean.Of([3, -1.5, 4, 10, 0.5]);
        Assert.Equal((5, null), (sample.Count, sample.Population));
        Assert.Equal(3.2, sample.Mean!.Value, 1e-15);
        Assert.Equal(Math.Sqrt(76.3 / 4), sample.StandardDeviation!.Value, 1e-14);
        Assert.Equal(76.3 / 20, sample.VarianceOfMean!.Value, 1e-14);
        Assert.Equal(76.3 / 20 * 0.75, SampleMean.Of([3, -1.5, 4, 10, 0.5], 20).VarianceOfMean!.Value, 1e-14);
    }

    [Fact]
    public void A_common_offset_of_a_hundred_million_costs_no_digits() =>
        Assert.Equal(Math.Sqrt(76.3 / 4), SampleMean.Of([100000003, 99999998.5, 100000004, 100000010, 100000000.5]).StandardDeviation!.Value, 1e-9);

    [Theory]
    [InlineData(0.1, 3)]
    [InlineData(0.7, 6)]
    public void Scores_that_are_all_alike_have_just_that_mean_and_no_deviation(double score, int count)
    {
        SampleMean alike = SampleMean.Of([.. Enumerable.Repeat(score, count)]);
        Assert.Equal(score, alike.Mean);
        Assert.Equal(0.0, alike.StandardDeviation);
        Assert.Null(alike.VarianceOfMean);
    }

    [Fact]
    public void Two_scores_that_are_alike_do_not_vary_and_one_is_too_few()
    {
        Estimate two = SampleMean.Of([5, 5]).ChanceBelow(4);
        Assert.Equal((EstimateStatus.NoVariation, 2, 2), (two.Status, two.Units, two.Ratings));
        Assert.Equal(EstimateStatus.InsufficientData, SampleMean.Of([5]).ChanceBelow(4).Status);
        Assert.Equal(EstimateStatus.InsufficientData, SampleMean.Of([]).ChanceBelow(4).Status);
    }

    [Fact]
    public void A_sample_of_nobody_is_no_census()
    {
        SampleMean nobody = SampleMean.Of([], 0);
        Assert.False(nobody.IsCensus);
        Assert.Null(nobody.VarianceOfMean);
        Assert.Equal((0, 0, null, null), (nobody.Count, nobody.Population!.Value, nobody.Mean, nobody.StandardDeviation));
        Assert.Equal(40, SampleMean.Of([], 40).Population);
        Assert.Null(SampleMean.Of([]).Population);
        Assert.True(SampleMean.Of([3, 4], 2).IsCensus);
        Assert.False(SampleMean.Of([3, 4], 3).IsCensus);
    }

    [Fact]
    public void The_deviation_of_one_score_is_not_looked_at()
    {
        SampleMean one = SampleMean.Of(1, 5, 3);
        Assert.Equal((1, 5.0, null), (one.Count, one.Mean!.Value, one.StandardDeviation));
        SampleMean two = SampleMean.Of(2, 5, 3, 9);
        Assert.Equal((2, 5.0, 3.0, 9), (two.Count, two.Mean!.Value, two.StandardDeviation!.Value, two.Population!.Value));
        Assert.Equal(0.0, SampleMean.Of(2, 5, 0).StandardDeviation);
    }

    // With one degree of freedom, Student's t is Cauchy's distribution.
    [Fact]
    public void Two_scores_have_an_interval_and_a_chance_from_one_degree_of_freedom()
    {
        SampleMean two = SampleMean.Of([4, 6]);
        ConfidenceInterval interval = two.Interval(0.9).Interval!.Value;
        Assert.Equal(5 - Math.Tan(Math.PI * 0.45), interval.Lower, 1e-12);
        Assert.Equal(5 + Math.Tan(Math.PI * 0.45), interval.Upper, 1e-12);
        Assert.Equal(0.9, interval.Confidence);
        Assert.Equal(0.5 + (Math.Atan(3) / Math.PI), two.ChanceBelow(8).Value!.Value, 1e-13);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Means_deviations_and_targets_are_finite(double value)
    {
        Assert.Equal("mean", Assert.Throws<ArgumentOutOfRangeException>(() => SampleMean.Of(3, value, 1)).ParamName);
        Assert.Equal("standardDeviation", Assert.Throws<ArgumentOutOfRangeException>(() => SampleMean.Of(3, 1, value)).ParamName);
        Assert.Equal("target", Assert.Throws<ArgumentOutOfRangeException>(() => SampleMean.Of([]).ChanceBelow(value)).ParamName);
        Assert.Equal("target", Assert.Throws<ArgumentOutOfRangeException>(() => SampleMean.Of([1, 2]).ChanceBelow(value)).ParamName);
    }

    [Fact]
    public void Counts_deviations_and_confidence_keep_to_their_ranges()
    {
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => SampleMean.Of(0, 1, 1)).ParamName);
        Assert.Equal("standardDeviation", Assert.Throws<ArgumentOutOfRangeException>(() => SampleMean.Of(3, 1, -1e-300)).ParamName);
        foreach (double confidence in new[] { 0, 1, double.NaN })
        {
            Assert.Equal("confidence", Assert.Throws<ArgumentOutOfRangeException>(() => SampleMean.Of([]).Interval(confidence)).ParamName);
            Assert.Equal("confidence", Assert.Throws<ArgumentOutOfRangeException>(() => SampleMean.Of([1, 2]).Interval(confidence)).ParamName);
        }
    }

    [Fact]
    public void A_population_holds_its_sample()
    {
        ArgumentException scores = Assert.Throws<ArgumentException>(() => SampleMean.Of([1, 2, 3], 2));
        ArgumentException known = Assert.Throws<ArgumentException>(() => SampleMean.Of(3, 1, 1, 2));
        Assert.All([scores, known], refused => Assert.Equal("population", refused.ParamName));
        Assert.All([scores, known], refused => Assert.Contains("at least as large as its sample", refused.Message, StringComparison.Ordinal));
        Assert.Equal(3, SampleMean.Of(3, 1, 1, 3).Population);
    }

    [Fact]
    public void A_score_that_cannot_be_used_is_refused()
    {
        foreach (double score in new[] { double.NaN, double.NegativeInfinity, 1.0000000000000002e100 })
        {
            ArgumentException refused = Assert.Throws<ArgumentException>(() => SampleMean.Of([1, score]));
            Assert.Equal("scores", refused.ParamName);
            Assert.Contains("at most 1e100 from 0", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(1e100, SampleMean.Of([1e100]).Mean);
    }
}
