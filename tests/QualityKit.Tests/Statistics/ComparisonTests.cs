using QualityKit.Statistics;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Tests.Statistics;

/// <summary>Differences and ranks, and what is established of them.</summary>
public sealed class ComparisonTests
{
    [Fact]
    public void A_difference_is_made_of_both_samples()
    {
        Estimate means = Difference.Of(SampleMean.Of(7, 80, 3), SampleMean.Of(4, 77, 2)).Estimate;
        Assert.Equal((3, 11, 11, 0), (means.Value, means.Units, means.Ratings, means.Categories));
        Estimate shares = Difference.Of(SampleShare.Of(3, 7), SampleShare.Of(1, 4)).Estimate;
        Assert.Equal((11, 11, 2), (shares.Units, shares.Ratings, shares.Categories));
        Assert.Equal((3.0 / 7) - 0.25, shares.Value!.Value, 1e-15);
        Assert.Null(shares.StandardError);
        Estimate none = Difference.Of(SampleShare.Of(0, 0), SampleShare.Of(1, 4)).Estimate;
        Assert.Equal((EstimateStatus.InsufficientData, 4, 4, 2), (none.Status, none.Units, none.Ratings, none.Categories));
        none = Difference.Of(SampleMean.Of([]), SampleMean.Of(4, 77, 2)).Estimate;
        Assert.Equal((EstimateStatus.InsufficientData, 4, 4, 0), (none.Status, none.Units, none.Ratings, none.Categories));
    }

    [Fact]
    public void A_difference_of_two_whole_populations_is_certain()
    {
        Difference higher = Difference.Of(SampleMean.Of([3, 5], 2), SampleMean.Of([1, 2, 6], 3));
        Assert.Equal((1, 0, 0), (higher.Estimate.Value, higher.Estimate.StandardError, higher.PValue));
        Assert.Equal(new ConfidenceInterval(1, 1, 0.95), higher.Estimate.Interval);
        Assert.Equal(DifferenceVerdict.FirstHigher, higher.Verdict);
        Assert.Equal(DifferenceVerdict.SecondHigher, Difference.Of(SampleMean.Of([1, 2, 6], 3), SampleMean.Of([3, 5], 2)).Verdict);
        Difference alike = Difference.Of(SampleMean.Of([3, 5], 2), SampleMean.Of([1, 2, 9], 3), 0.8);
        Assert.Equal((0, 0, 1), (alike.Estimate.Value, alike.Estimate.StandardError, alike.PValue));
        Assert.Equal(new ConfidenceInterval(0, 0, 0.8), alike.Estimate.Interval);
        Assert.Equal(DifferenceVerdict.NotEstablished, alike.Verdict);
    }

    [Fact]
    public void A_whole_population_of_one_adds_no_variance_and_no_degrees_of_freedom()
    {
        // The variance of 1, 2 and 6 is 7, so that of their mean is 7/3, with 2 degrees of freedom.
        foreach (SampleMean census in new[] { SampleMean.Of([8], 1), SampleMean.Of([6, 8, 10], 3) })
        {
            Difference difference = Difference.Of(census, SampleMean.Of([1, 2, 6]));
            double error = Math.Sqrt(7.0 / 3);
            Assert.Equal(5, difference.Estimate.Value!.Value, 1e-14);
            Assert.Equal(error, difference.Estimate.StandardError!.Value, 1e-14);
            Assert.Equal(StudentTDistribution.TwoSided(5 / error, 2), difference.PValue!.Value, 1e-13);
            Assert.Equal(5 - (StudentTDistribution.UpperQuantile(0.025, 2) * error), difference.Estimate.Interval!.Value.Lower, 1e-12);
            Assert.Equal(5 + (StudentTDistribution.UpperQuantile(0.025, 2) * error), difference.Estimate.Interval!.Value.Upper, 1e-12);
        }
    }

    // Newcombe (1998b), method 10: the ends of both Wilson intervals, in squares.
    [Theory]
    [InlineData(56, 70, 48, 80)]
    [InlineData(1, 9, 30, 31)]
    [InlineData(12, 12, 0, 5)]
    [InlineData(3, 8, 3, 8)]
    public void A_difference_of_shares_is_made_of_both_Wilson_intervals(long firstPasses, long first, long secondPasses, long second)
    {
        (double p, double q) = ((double)firstPasses / first, (double)secondPasses / second);
        (double pl, double pu) = Wilson(p, first);
        (double ql, double qu) = Wilson(q, second);
        Difference difference = Difference.Of(SampleShare.Of(firstPasses, first), SampleShare.Of(secondPasses, second), 0.9);
        ConfidenceInterval interval = difference.Estimate.Interval!.Value;
        Assert.Equal(p - q - Math.Sqrt(Math.Pow(p - pl, 2) + Math.Pow(qu - q, 2)), interval.Lower, 1e-13);
        Assert.Equal(p - q + Math.Sqrt(Math.Pow(pu - p, 2) + Math.Pow(q - ql, 2)), interval.Upper, 1e-13);
        Assert.Equal(0.9, interval.Confidence);
        Assert.Null(difference.PValue);

        static (double Lower, double Upper) Wilson(double share, double n)
        {
            double z = NormalDistribution.UpperQuantile(0.05);
            double centre = share + (z * z / (2 * n));
            double margin = z * Math.Sqrt((share * (1 - share) / n) + (z * z / (4 * n * n)));
            return ((centre - margin) / (1 + (z * z / n)), (centre + margin) / (1 + (z * z / n)));
        }
    }

    [Fact]
    public void Ranks_are_established_at_the_level_divided_by_the_pairs()
    {
        // Four agents make six pairs, so a p-value has to be below 0.05 / 6 = 0.0083.
        SampleMean[] samples = [SampleMean.Of(20, 0, 10), SampleMean.Of(20, 107.6, 10), SampleMean.Of(20, 9.1, 10), SampleMean.Of(20, 100, 10)];
        Assert.InRange(Difference.Of(samples[0], samples[2]).PValue!.Value, 0.0055, 0.0080);
        Assert.InRange(Difference.Of(samples[1], samples[3]).PValue!.Value, 0.0090, 0.0400);
        Assert.Equal([new RankRange(1, 1, 1, 2), new RankRange(3, 2, 1, 2), new RankRange(2, 3, 3, 3), new RankRange(0, 4, 4, 4)], Ranking.Of(samples).ToArray());

        // Two agents make one pair, and its level is not divided.
        Assert.Equal([new RankRange(0, 1, 1, 1), new RankRange(1, 2, 2, 2)], Ranking.Of([samples[1], samples[3]]).ToArray());
        Assert.Equal([new RankRange(0, 1, 1, 1)], Ranking.Of([samples[1]]).ToArray());
    }

    [Fact]
    public void Equal_values_share_a_rank_in_the_order_given_and_what_has_none_is_last()
    {
        IReadOnlyList<RankRange> ranks = Ranking.Of([SampleShare.Of(0, 0), SampleShare.Of(3, 6), SampleShare.Of(4, 5), SampleShare.Of(1, 2), SampleShare.Of(0, 0), SampleShare.Of(8, 10)]);
        Assert.Equal([2, 5, 1, 3, 0, 4], ranks.Select(range => range.Index));
        Assert.Equal([1, 1, 3, 3, null, null], ranks.Select(range => range.Rank));
        Assert.All(ranks, range => Assert.Equal((1, 6), (range.Best, range.Worst)));
    }
}
