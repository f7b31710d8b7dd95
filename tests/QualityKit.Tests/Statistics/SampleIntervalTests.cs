using QualityKit.Reference;
using QualityKit.Reference.Statistics;
using QualityKit.Statistics;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Tests.Statistics;

/// <summary>Intervals, differences, ranks and shrinkage.</summary>
public sealed class SampleIntervalTests
{
    private static readonly double[] FiveScores = [78, 92, 85, 66, 94];

    [Fact]
    public void Five_calls_say_little_of_an_agent()
    {
        // t(0.975, 4) = 2.776445105; the deviation is sqrt(130).
        Estimate mean = SampleMean.Of(FiveScores).Interval();
        Assert.Equal(83, mean.Value);
        Assert.Equal(Math.Sqrt(26), mean.StandardError!.Value, 1e-12);
        Assert.Equal(83 - (2.7764451051977987 * Math.Sqrt(26)), mean.Interval!.Value.Lower, 1e-9);
        Estimate share = SampleShare.Of(4, 5).Interval();
        Assert.Equal(0.3755, share.Interval!.Value.Lower, 5e-5);
        Assert.Equal(0.9638, share.Interval!.Value.Upper, 5e-5);
    }

    [Fact]
    public void The_more_of_a_population_is_seen_the_narrower_and_all_of_it_is_certain()
    {
        double endless = Width(SampleMean.Of(FiveScores));
        Assert.Equal(endless * Math.Sqrt(0.9), Width(SampleMean.Of(FiveScores, 50)), 1e-9);
        Assert.Equal(0, Width(SampleMean.Of(FiveScores, 5)));
        Assert.Equal(new ConfidenceInterval(0.8, 0.8, 0.95), SampleShare.Of(4, 5, 5).Interval().Interval);
        Assert.Equal(1, SampleMean.Of(FiveScores, 5).ChanceBelow(84).Value);
        Assert.Equal(0, SampleMean.Of(FiveScores, 5).ChanceBelow(83).Value);

        static double Width(SampleMean sample) => sample.Interval().Interval!.Value.Upper - sample.Interval().Interval!.Value.Lower;
    }

    [Fact]
    public void A_score_alone_and_scores_all_alike_have_a_mean_but_no_interval()
    {
        Assert.Equal(EstimateStatus.InsufficientData, SampleMean.Of([]).Interval().Status);
        Assert.Equal(EstimateStatus.InsufficientData, SampleShare.Of(0, 0).Interval().Status);
        Assert.Equal(EstimateStatus.InsufficientData, SampleMean.Of([80]).ChanceBelow(90).Status);
        Assert.Equal(EstimateStatus.NoVariation, SampleMean.Of([0.1, 0.1, 0.1]).ChanceBelow(90).Status);
        Assert.Equal(EstimateStatus.InsufficientData, SampleShare.Of(0, 0).ChanceBelow(0.9).Status);
        foreach (SampleMean sample in new[] { SampleMean.Of([80]), SampleMean.Of([0.1, 0.1, 0.1]) })
        {
            Assert.Equal(sample.Mean, sample.Interval().Value);
            Assert.Null(sample.Interval().Interval);
            Assert.Null(sample.Interval().StandardError);
        }
    }

    [Fact]
    public void A_score_interval_ends_where_the_share_would_be_z_errors_away()
    {
        var random = new Random(GeneratedRatings.Seed);
        for (int i = 0; i < 100; i++)
        {
            long trials = random.Next(1, 400);
            long successes = random.Next((int)trials + 1);
            long? population = random.Next(2) == 0 ? null : trials + random.Next(1, 300);
            double confidence = 0.5 + (random.NextDouble() * 0.49);
            double z = NormalDistribution.UpperQuantile((1 - confidence) / 2);
            ExactNumber left = population is { } all ? ExactNumber.Of(all - trials, all - 1) : ExactNumber.One;
            ConfidenceInterval interval = SampleShare.Of(successes, trials, population).Interval(confidence).Interval!.Value;
            string what = $"QUALITYKIT_SEED={GeneratedRatings.Seed} {successes}/{trials} of {population}";
            Near(ExactSampling.ScoreLimit(successes, trials, z, left, false), interval.Lower, what);
            Near(ExactSampling.ScoreLimit(successes, trials, z, left, true), interval.Upper, what);
        }
    }

    [Theory]
    [InlineData(ShareMethod.Wilson)]
    [InlineData(ShareMethod.WilsonCorrected)]
    [InlineData(ShareMethod.ClopperPearson)]
    [InlineData(ShareMethod.Jeffreys)]
    [InlineData(ShareMethod.AgrestiCoull)]
    [InlineData(ShareMethod.Wald)]
    public void Fails_instead_of_passes_turn_the_interval_around(ShareMethod method)
    {
        foreach ((long successes, long trials) in new[] { (0L, 20L), (1, 29), (15, 148), (20, 20), (1, 2) })
        {
            ConfidenceInterval passes = SampleShare.Of(successes, trials).Interval(method, 0.9).Interval!.Value;
            ConfidenceInterval fails = SampleShare.Of(trials - successes, trials).Interval(method, 0.9).Interval!.Value;
            Assert.Equal(passes.Lower, 1 - fails.Upper, 1e-12);
            Assert.Equal(passes.Upper, 1 - fails.Lower, 1e-12);
            Assert.True(passes.Contains(successes / (double)trials));
        }
    }

    [Fact]
    public void A_posterior_chance_is_half_at_the_mean_and_falls_as_the_target_does()
    {
        SampleMean sample = SampleMean.Of(FiveScores);
        Assert.Equal(0.5, sample.ChanceBelow(83).Value!.Value, 1e-12);
        Assert.Equal(0.025, sample.ChanceBelow(sample.Interval().Interval!.Value.Lower).Value!.Value, 1e-9);
        ConfidenceInterval jeffreys = SampleShare.Of(4, 5).Interval(ShareMethod.Jeffreys).Interval!.Value;
        Assert.Equal(0.025, SampleShare.Of(4, 5).ChanceBelow(jeffreys.Lower).Value!.Value, 1e-9);
        Assert.Equal(0.975, SampleShare.Of(4, 5).ChanceBelow(jeffreys.Upper).Value!.Value, 1e-9);
    }

    [Fact]
    public void A_difference_of_means_is_Welchs()
    {
        // By hand: variances 2.5 of 5 and 40/3 of 4; error^2 = 0.5 + 10/3; degrees = (23/6)^2 / (0.25 / 4 + (100/9) / 3).
        SampleMean one = SampleMean.Of([1, 2, 3, 4, 5]);
        SampleMean other = SampleMean.Of([10, 12, 16, 18]);
        Difference difference = Difference.Of(one, other);
        double degrees = Math.Pow(23.0 / 6, 2) / ((0.25 / 4) + (100.0 / 27));
        double error = Math.Sqrt(23.0 / 6);
        Assert.Equal(-11, difference.Estimate.Value);
        Assert.Equal(error, difference.Estimate.StandardError!.Value, 1e-12);
        Assert.Equal(StudentTDistribution.TwoSided(-11 / error, degrees), difference.PValue!.Value, 1e-12);
        Assert.Equal(-11 + (StudentTDistribution.Quantile(0.975, degrees) * error), difference.Estimate.Interval!.Value.Upper, 1e-9);
        Assert.Equal(DifferenceVerdict.SecondHigher, difference.Verdict);
        Assert.Equal(DifferenceVerdict.FirstHigher, Difference.Of(other, one).Verdict);
        Assert.Equal(DifferenceVerdict.NotEstablished, Difference.Of(one, one).Verdict);
    }

    [Fact]
    public void A_difference_of_shares_is_that_of_Newcombe()
    {
        // Newcombe (1998b), table II, example (a): 56/70 and 48/80, method 10: 0.0524 to 0.3339.
        ConfidenceInterval interval = Difference.Of(SampleShare.Of(56, 70), SampleShare.Of(48, 80)).Estimate.Interval!.Value;
        Assert.Equal(0.0524, interval.Lower, 5e-5);
        Assert.Equal(0.3339, interval.Upper, 5e-5);

        // Example (c): 6/7 and 2/7: 0.0582 to 0.8062. Example (h): 0/10 and 0/10: -0.2775 to 0.2775.
        interval = Difference.Of(SampleShare.Of(6, 7), SampleShare.Of(2, 7)).Estimate.Interval!.Value;
        Assert.Equal(0.0582, interval.Lower, 5e-5);
        Assert.Equal(0.8062, interval.Upper, 5e-5);
        Assert.Equal(DifferenceVerdict.NotEstablished, Difference.Of(SampleShare.Of(0, 10), SampleShare.Of(0, 10)).Verdict);
        Assert.Equal(EstimateStatus.InsufficientData, Difference.Of(SampleShare.Of(0, 0), SampleShare.Of(1, 7)).Estimate.Status);
    }

    [Fact]
    public void Scores_that_are_all_alike_establish_nothing()
    {
        Difference difference = Difference.Of(SampleMean.Of([100, 100]), SampleMean.Of([60, 60]));
        Assert.Equal(40, difference.Estimate.Value);
        Assert.Null(difference.Estimate.Interval);
        Assert.Equal(DifferenceVerdict.NotEstablished, difference.Verdict);
        Assert.Equal(DifferenceVerdict.FirstHigher, Difference.Of(SampleMean.Of([100, 100], 2), SampleMean.Of([60, 60], 2)).Verdict);
        Assert.Equal(EstimateStatus.InsufficientData, Difference.Of(SampleMean.Of([]), SampleMean.Of([60, 70])).Estimate.Status);
    }

    [Fact]
    public void A_rank_is_a_range_and_without_evaluations_it_is_any()
    {
        IReadOnlyList<RankRange> ranks = Ranking.Of([SampleMean.Of(40, 80, 10), SampleMean.Of([]), SampleMean.Of(40, 95, 10), SampleMean.Of(40, 81, 10), SampleMean.Of(2, 99, 20)]);
        Assert.Equal([4, 2, 3, 0, 1], ranks.Select(range => range.Index));
        Assert.Equal([1, 2, 3, 4, null], ranks.Select(range => range.Rank));
        Assert.Equal(new RankRange(2, 2, 1, 3), ranks[1]);
        Assert.Equal(new RankRange(4, 1, 1, 5), ranks[0]);
        Assert.Equal(new RankRange(1, null, 1, 5), ranks[4]);
        Assert.Equal(2, ranks[2].Best);
        Assert.Equal([1, 1], Ranking.Of([SampleShare.Of(4, 5), SampleShare.Of(8, 10)]).Select(range => range.Rank));
        Assert.Empty(Ranking.Of(Array.Empty<SampleMean>()));
    }

    [Fact]
    public void Few_evaluations_are_drawn_to_the_mean_more_than_many()
    {
        NormalShrinkage shrinkage = NormalShrinkage.Of([SampleMean.Of(2, 100, 0), SampleMean.Of(60, 90, 8), SampleMean.Of(60, 70, 12), SampleMean.Of(1, 40, 0), SampleMean.Of([])]);
        Assert.Equal(EstimateStatus.Ok, shrinkage.Status);
        double mean = shrinkage.Mean.Value!.Value;
        Assert.True(Kept(0, 100) < Kept(1, 90) && Kept(3, 40) < Kept(0, 100));
        Assert.Equal(mean, shrinkage.Shrunken[4].Value);
        Assert.True(shrinkage.Shrunken[4].StandardError > shrinkage.Shrunken[3].StandardError);
        Assert.True(shrinkage.ChanceBelow(2, 80).Value > 0.95 && shrinkage.ChanceBelow(1, 80).Value < 0.05);

        double Kept(int agent, double own) => (shrinkage.Shrunken[agent].Value!.Value - mean) / (own - mean);
    }

    [Fact]
    public void The_normal_model_says_when_it_cannot_say()
    {
        Assert.Equal(EstimateStatus.InsufficientData, NormalShrinkage.Of([1], [1]).Status);
        Assert.Equal(EstimateStatus.InsufficientData, NormalShrinkage.Of([SampleMean.Of([1]), SampleMean.Of([2])]).Status);
        Assert.Equal(EstimateStatus.NoVariation, NormalShrinkage.Of([SampleMean.Of([1, 1]), SampleMean.Of([2, 2])]).Status);
        Assert.Equal(EstimateStatus.NoVariation, NormalShrinkage.Of([SampleMean.Of([1, 1]), SampleMean.Of([2, 2])]).ChanceBelow(0, 3).Status);
        NormalShrinkage alike = NormalShrinkage.Of([10, 10.1, 9.9], [1, 1, 1]);
        Assert.Equal(0, alike.BetweenVariance);
        Assert.All(alike.Shrunken, shrunken => Assert.Equal(10, shrunken.Value!.Value, 1e-12));
        Assert.All(alike.Shrunken, shrunken => Assert.Equal(Math.Sqrt(1 / 3.0), shrunken.StandardError!.Value, 1e-12));
        Assert.Throws<ArgumentException>(() => NormalShrinkage.Of([1, 2], [1, 0]));
        Assert.Equal(EstimateStatus.InsufficientData, JamesStein.Of([1, 2, 3], 1).Status);
        Assert.Equal(EstimateStatus.NoVariation, JamesStein.Of([3, 3, 3, 3], 1).Status);
        Assert.Equal(0, JamesStein.Of([1, 2, 3, 4], 100).Kept);
    }

    [Fact]
    public void No_other_beta_distribution_nearby_makes_the_rates_likelier()
    {
        var random = new Random(GeneratedRatings.Seed);
        for (int i = 0; i < 20; i++)
        {
            (long Successes, long Trials)[] counts = [.. Enumerable.Range(0, random.Next(5, 20)).Select(_ =>
            {
                int trials = random.Next(1, 40);
                return (random.NextInt64(trials + 1), (long)trials);
            })];
            BetaShrinkage fit = BetaShrinkage.Of([.. counts.Select(count => SampleShare.Of(count.Successes, count.Trials))]);
            if (fit.Alpha is not { } alpha || fit.Beta is not { } beta)
            {
                continue;
            }

            double best = ExactSampling.BetaBinomial(alpha, beta, counts);
            Assert.Equal(best, fit.LogLikelihood!.Value, 1e-9);
            foreach ((double a, double b) in new[] { (1.001, 1.0), (0.999, 1.0), (1.0, 1.001), (1.0, 0.999), (1.001, 1.001), (0.999, 0.999) })
            {
                Assert.True(ExactSampling.BetaBinomial(alpha * a, beta * b, counts) < best, $"QUALITYKIT_SEED={GeneratedRatings.Seed} {i}");
            }
        }
    }

    [Fact]
    public void Rates_that_differ_by_chance_alone_have_no_beta_distribution()
    {
        Assert.Equal(EstimateStatus.NoVariation, BetaShrinkage.Of([SampleShare.Of(5, 10), SampleShare.Of(5, 10), SampleShare.Of(6, 10)]).Status);
        Assert.Equal(EstimateStatus.NoVariation, BetaShrinkage.Of([SampleShare.Of(9, 9), SampleShare.Of(5, 5)]).Status);
        Assert.Equal(EstimateStatus.InsufficientData, BetaShrinkage.Of([SampleShare.Of(5, 10), SampleShare.Of(0, 0)]).Status);
        Assert.Equal(EstimateStatus.InsufficientData, BetaShrinkage.Of([SampleShare.Of(9, 9), SampleShare.Of(0, 9), SampleShare.Of(9, 9)]).Status);
        Assert.Equal(EstimateStatus.InsufficientData, BetaShrinkage.Of([SampleShare.Of(1, 1), SampleShare.Of(0, 1)]).Status);
        Assert.Equal(EstimateStatus.NoVariation, BetaShrinkage.Of([SampleShare.Of(5, 10), SampleShare.Of(5, 10)]).Shrunken(0).Status);
    }

    [Fact]
    public void An_agent_with_two_calls_does_not_top_the_list()
    {
        BetaShrinkage fit = BetaShrinkage.Of([SampleShare.Of(2, 2), SampleShare.Of(95, 100), SampleShare.Of(60, 100), SampleShare.Of(80, 100), SampleShare.Of(0, 0)]);
        Assert.True(fit.Shrunken(0).Value < fit.Shrunken(1).Value);
        Assert.Equal(fit.Alpha!.Value / (fit.Alpha.Value + fit.Beta!.Value), fit.Shrunken(4).Value!.Value, 1e-12);
        Assert.True(fit.Shrunken(1).Interval!.Value.Contains(0.94));
        Assert.True(fit.ChanceBelow(2, 0.75).Value > 0.99);
        Assert.Equal(0.025, fit.ChanceBelow(0, fit.Shrunken(0).Interval!.Value.Lower).Value!.Value, 1e-9);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => SampleMean.Of([double.NaN]));
        Assert.Throws<ArgumentException>(() => SampleMean.Of([1, 2], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleMean.Of(0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleShare.Of(3, 2));
        Assert.Throws<ArgumentException>(() => SampleShare.Of(1, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleMean.Of([1, 2]).Interval(1));
        Assert.Throws<ArgumentException>(() => BetaShrinkage.Of([SampleShare.Of(1, 1_000_000_000_000), SampleShare.Of(1, 2)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleShare.Of(1, 2).ChanceBelow(1.5));
    }

    private static void Near(double expected, double actual, string what) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-12 + (1e-11 * expected), $"{what}: {actual:R} and not {expected:R}");
}
