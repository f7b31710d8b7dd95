using QualityKit.Reference.Statistics;
using QualityKit.Statistics;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Tests.Statistics;

/// <summary>Pass rates and the beta distribution they come from: by moments, by likelihood, and what it says of each agent.</summary>
public sealed class BetaShrinkageTests
{
    // Rates of 1/2, 3/4, 1/4 and 1: a mean of 5/8 and a sample variance of 5/48, so alpha + beta = (15/64) / (5/48) - 1 = 5/4.
    private static readonly SampleShare[] Four = [SampleShare.Of(1, 2), SampleShare.Of(3, 4), SampleShare.Of(0, 0), SampleShare.Of(2, 8), SampleShare.Of(3, 3)];

    [Fact]
    public void Moments_count_every_agent_with_a_rate_once()
    {
        BetaShrinkage fit = BetaShrinkage.OfMoments(Four);
        Assert.Equal(EstimateStatus.Ok, fit.Status);
        Near(25.0 / 32, fit.Alpha!.Value);
        Near(15.0 / 32, fit.Beta!.Value);
        Near(ExactSampling.BetaBinomial(fit.Alpha.Value, fit.Beta.Value, [(1, 2), (3, 4), (2, 8), (3, 3)]), fit.LogLikelihood!.Value);
    }

    [Fact]
    public void Moments_say_when_there_is_no_beta_distribution()
    {
        None(EstimateStatus.InsufficientData);
        None(EstimateStatus.InsufficientData, SampleShare.Of(1, 2), SampleShare.Of(0, 0));
        None(EstimateStatus.NoVariation, SampleShare.Of(1, 2), SampleShare.Of(5, 10));

        // Rates of 0 and 1 vary more than any beta distribution, and 0, 1/2 and 1 as much as one of size 0.
        None(EstimateStatus.InsufficientData, SampleShare.Of(0, 4), SampleShare.Of(3, 3));
        None(EstimateStatus.InsufficientData, SampleShare.Of(0, 4), SampleShare.Of(3, 6), SampleShare.Of(3, 3));

        static void None(EstimateStatus status, params SampleShare[] samples)
        {
            BetaShrinkage fit = BetaShrinkage.OfMoments(samples);
            Assert.Equal((status, null, null, null), (fit.Status, fit.Alpha, fit.Beta, fit.LogLikelihood));
        }
    }

    [Fact]
    public void A_shrunken_rate_is_the_mean_of_its_posterior()
    {
        BetaShrinkage fit = BetaShrinkage.OfMoments(Four);
        for (int i = 0; i < Four.Length; i++)
        {
            double a = (25.0 / 32) + Four[i].Successes;
            double b = (15.0 / 32) + Four[i].Trials - Four[i].Successes;
            Estimate shrunken = fit.Shrunken(i, 0.9);
            Near(a / (a + b), shrunken.Value!.Value);
            Near(Math.Sqrt(a * b / (a + b + 1)) / (a + b), shrunken.StandardError!.Value);
            Assert.Equal(0.05, BetaDistribution.Lower(shrunken.Interval!.Value.Lower, a, b), 1e-12);
            Assert.Equal(0.05, BetaDistribution.Upper(shrunken.Interval!.Value.Upper, a, b), 1e-12);
            Assert.Equal(0.9, shrunken.Interval.Value.Confidence);
            Assert.Equal((Four[i].Trials, Four[i].Trials, 2), (shrunken.Units, shrunken.Ratings, shrunken.Categories));
            Estimate chance = fit.ChanceBelow(i, 0.4);
            Near(ExactFunctions.Beta(Real.Of(a), Real.Of(b), Real.Of(0.4)).ToDouble(), chance.Value!.Value);
            Assert.Equal((Four[i].Trials, Four[i].Trials, 2), (chance.Units, chance.Ratings, chance.Categories));
        }
    }

    [Fact]
    public void Without_a_distribution_nothing_is_said_of_an_agent()
    {
        BetaShrinkage fit = BetaShrinkage.OfMoments([SampleShare.Of(1, 2), SampleShare.Of(5, 10)]);
        foreach (Estimate estimate in new[] { fit.Shrunken(1), fit.ChanceBelow(1, 0.5) })
        {
            Assert.Equal((EstimateStatus.NoVariation, null, 10, 10, 2), (estimate.Status, estimate.Value, estimate.Units, estimate.Ratings, estimate.Categories));
        }
    }

    [Fact]
    public void An_agent_or_a_target_that_is_not_there_is_refused()
    {
        BetaShrinkage fit = BetaShrinkage.OfMoments(Four);
        Refused("agent", () => fit.Shrunken(-1));
        Refused("agent", () => fit.Shrunken(5));
        Refused("agent", () => fit.ChanceBelow(-1, 0.5));
        Refused("agent", () => fit.ChanceBelow(5, 0.5));
        Refused("confidence", () => fit.Shrunken(0, 1));
        Refused("target", () => fit.ChanceBelow(0, -0.001));
        Refused("target", () => fit.ChanceBelow(0, 1.001));
        Refused("target", () => BetaShrinkage.OfMoments([]).ChanceBelow(0, 1.001));
        Assert.Equal((0, 1), (fit.ChanceBelow(0, 0).Value, fit.ChanceBelow(0, 1).Value));

        static void Refused(string name, Func<object?> call) => Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(call).ParamName);
    }

    [Fact]
    public void Ten_million_trials_are_the_most()
    {
        Assert.Equal(EstimateStatus.InsufficientData, BetaShrinkage.Of([SampleShare.Of(4, 10_000_000)]).Status);
        ArgumentException error = Assert.Throws<ArgumentException>(() => BetaShrinkage.Of([SampleShare.Of(4, 10_000_001)]));
        Assert.Equal("samples", error.ParamName);
        Assert.Contains("at most 10000000 trials", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_slope_where_agents_do_not_differ_is_that_of_Tarone()
    {
        // p = 11/18; pairs of passes 3 + 1 + 15, of fails 3 + 3, of trials 6 + 10 + 15 + 3.
        var likelihood = new BetaBinomialLikelihood([SampleShare.Of(3, 4), SampleShare.Of(2, 5), SampleShare.Of(6, 6), SampleShare.Of(0, 3)]);
        Near((19 * 18 / 11.0) + (6 * 18 / 7.0) - 34, likelihood.SlopeAtNoVariation);
        Assert.Equal(0, new BetaBinomialLikelihood([SampleShare.Of(3, 3), SampleShare.Of(5, 5)]).SlopeAtNoVariation);
        Assert.Equal(0, new BetaBinomialLikelihood([SampleShare.Of(0, 3), SampleShare.Of(0, 5)]).SlopeAtNoVariation);
        Assert.Equal(0, new BetaBinomialLikelihood([]).SlopeAtNoVariation);
    }

    // On the top two places may differ by rounding alone; there is a most likely distribution all the same.
    [Fact]
    public void Rates_with_a_most_likely_distribution_always_have_one()
    {
        IsMostLikely((1, 13), (0, 1), (0, 5), (8, 20));
        IsMostLikely((144, 150), (6, 60), (0, 150));
        IsMostLikely((59, 60), (26, 60), (5, 60), (57, 60), (4, 60));
    }

    [Fact]
    public void The_most_likely_distribution_is_where_the_slopes_end()
    {
        IsMostLikely((80, 80), (30, 30), (10, 10), (78, 80));
        IsMostLikely((2, 3), (30, 30));
        IsMostLikely((1, 2), (18, 20), (1, 3), (0, 3));
        IsMostLikely((0, 3), (14, 20), (1, 1), (1, 2));
        IsMostLikely((26, 60), (1, 150), (35, 60), (57, 60), (60, 60), (80, 150), (80, 150), (0, 60));
        IsMostLikely((0, 2), (10, 20), (0, 3));
        IsMostLikely((0, 30), (1, 10), (0, 3));
        IsMostLikely((0, 0), (2, 4), (3, 3));
    }

    [Fact]
    public void Agents_who_only_pass_or_only_fail_have_no_most_likely_distribution()
    {
        foreach (int n in new[] { 2, 9, 300 })
        {
            BetaShrinkage fit = BetaShrinkage.Of([SampleShare.Of(n, n), SampleShare.Of(0, n), SampleShare.Of(n, n), SampleShare.Of(0, 1)]);
            Assert.Equal((EstimateStatus.InsufficientData, null, null), (fit.Status, fit.Alpha, fit.Beta));
        }
    }

    // Newton's step from there, agent by agent and count by count, leads nowhere, and the surface curves down on all sides.
    private static void IsMostLikely(params (int Successes, int Trials)[] counts)
    {
        BetaShrinkage fit = BetaShrinkage.Of([.. counts.Select(count => SampleShare.Of(count.Successes, count.Trials))]);
        Assert.Equal(EstimateStatus.Ok, fit.Status);
        (double a, double b) = (fit.Alpha!.Value, fit.Beta!.Value);
        (double slopeA, double slopeB, double aa, double bb, double ab) = (0, 0, 0, 0, 0);
        foreach ((int successes, int trials) in counts)
        {
            for (int j = 0; j < trials; j++)
            {
                double own = 1 / (j < successes ? a + j : b + j - successes);
                double all = 1 / (a + b + j);
                slopeA += (j < successes ? own : 0) - all;
                slopeB += (j < successes ? 0 : own) - all;
                aa += (all * all) - (j < successes ? own * own : 0);
                bb += (all * all) - (j < successes ? 0 : own * own);
                ab += all * all;
            }
        }

        double determinant = (aa * bb) - (ab * ab);
        Assert.True(aa < 0 && determinant > 0);
        Assert.Equal(0, ((bb * slopeA) - (ab * slopeB)) / determinant / a, 1e-9);
        Assert.Equal(0, ((aa * slopeB) - (ab * slopeA)) / determinant / b, 1e-9);
    }

    private static void Near(double expected, double actual) => Assert.InRange(actual, expected - (1e-12 * Math.Abs(expected)), expected + (1e-12 * Math.Abs(expected)));
}
