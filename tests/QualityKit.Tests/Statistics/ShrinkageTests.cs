using QualityKit.Statistics;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Tests.Statistics;

/// <summary>Means drawn to the mean of all, beside sums over pairs and posteriors by Bayes' rule.</summary>
public sealed class ShrinkageTests
{
    private static readonly double[] Means = [12, -3, 7.5, 20, 1];

    private static readonly double[] Variances = [4, 0.5, 9, 2.5, 1];

    [Fact]
    public void The_normal_model_is_that_of_DerSimonian_and_Laird()
    {
        NormalShrinkage fit = NormalShrinkage.Of(Means, Variances, 0.9);
        (double q, double tau, double mean, double error) = Expected(Means, Variances);
        Assert.True(tau > 0);
        Near(q, fit.Q!.Value);
        Near(tau, fit.BetweenVariance!.Value);
        Near(mean, fit.Mean.Value!.Value);
        Near(error, fit.Mean.StandardError!.Value);
        double z = NormalDistribution.UpperQuantile(0.05);
        Near(mean - (z * error), fit.Mean.Interval!.Value.Lower);
        Near(mean + (z * error), fit.Mean.Interval!.Value.Upper);
        Assert.Equal(0.9, fit.Mean.Interval.Value.Confidence);
        Assert.Equal((5, 5, 0), (fit.Mean.Units, fit.Mean.Ratings, fit.Mean.Categories));
        Assert.Equal(EstimateStatus.Ok, fit.Status);
        for (int i = 0; i < Means.Length; i++)
        {
            // The precisions of both sources add up, and so do the variances when the mean of all is uncertain.
            double precision = (1 / Variances[i]) + (1 / tau);
            double shrunken = ((Means[i] / Variances[i]) + (mean / tau)) / precision;
            double deviation = Math.Sqrt((1 / precision) + Math.Pow(error / (tau * precision), 2));
            Near(shrunken, fit.Shrunken[i].Value!.Value);
            Near(deviation, fit.Shrunken[i].StandardError!.Value);
            Near(shrunken - (z * deviation), fit.Shrunken[i].Interval!.Value.Lower);
            Near(shrunken + (z * deviation), fit.Shrunken[i].Interval!.Value.Upper);
            Near(NormalDistribution.Lower((9 - shrunken) / deviation), fit.ChanceBelow(i, 9).Value!.Value);
        }

        Estimate chance = fit.ChanceBelow(4, 9);
        Assert.Equal((5, 5, 0), (chance.Units, chance.Ratings, chance.Categories));
    }

    [Fact]
    public void Two_agents_are_enough_and_one_is_not()
    {
        NormalShrinkage two = NormalShrinkage.Of([1, 9], [2, 6]);
        (double q, double tau, double mean, _) = Expected([1, 9], [2, 6]);
        Near(q, two.Q!.Value);
        Near(tau, two.BetweenVariance!.Value);
        Near(mean, two.Mean.Value!.Value);
        NormalShrinkage one = NormalShrinkage.Of([1], [2]);
        Assert.Equal(EstimateStatus.InsufficientData, one.Status);
        Assert.Equal(EstimateStatus.InsufficientData, Assert.Single(one.Shrunken).Status);
        Assert.Equal((1, 1, 0), (one.Mean.Units, one.Mean.Ratings, one.Mean.Categories));
        Assert.Null(one.Q);
        Assert.Null(one.BetweenVariance);
        Assert.Equal(EstimateStatus.InsufficientData, one.ChanceBelow(0, 3).Status);
    }

    [Fact]
    public void Samples_share_one_deviation_pooled_by_their_degrees_of_freedom()
    {
        // Squares of 2 * 9, 4 * 25 and 1 * 16 over 7 degrees of freedom; one score alone adds none.
        SampleMean[] samples = [SampleMean.Of(3, 70, 3), SampleMean.Of(5, 95, 5), SampleMean.Of(1, 60, 0), SampleMean.Of(2, 88, 4)];
        const double pooled = ((2 * 9) + (4 * 25) + (1 * 16)) / 7.0;
        NormalShrinkage expected = NormalShrinkage.Of([70, 95, 60, 88], [pooled / 3, pooled / 5, pooled, pooled / 2], 0.8);
        NormalShrinkage fit = NormalShrinkage.Of(samples, 0.8);
        Near(expected.Q!.Value, fit.Q!.Value);
        Near(expected.BetweenVariance!.Value, fit.BetweenVariance!.Value);
        for (int i = 0; i < samples.Length; i++)
        {
            Near(expected.Shrunken[i].Value!.Value, fit.Shrunken[i].Value!.Value);
            Near(expected.Shrunken[i].Interval!.Value.Lower, fit.Shrunken[i].Interval!.Value.Lower);
        }

        Assert.Equal(4, fit.Shrunken.Length);
        Assert.Equal(EstimateStatus.Ok, fit.Status);
    }

    [Fact]
    public void An_agent_without_a_score_is_known_by_the_others_alone()
    {
        SampleMean[] seen = [SampleMean.Of(3, 70, 3), SampleMean.Of(5, 95, 5), SampleMean.Of(2, 88, 4)];
        NormalShrinkage without = NormalShrinkage.Of(seen, 0.8);
        NormalShrinkage with = NormalShrinkage.Of([SampleMean.Of([]), seen[0], seen[1], SampleMean.Of([]), seen[2]], 0.8);
        Assert.Equal(EstimateStatus.Ok, with.Status);
        Assert.Equal((without.Q, without.BetweenVariance, without.Mean), (with.Q, with.BetweenVariance, with.Mean));
        Assert.Equal([without.Shrunken[0], without.Shrunken[1], without.Shrunken[2]], [with.Shrunken[1], with.Shrunken[2], with.Shrunken[4]]);
        Estimate unseen = with.Shrunken[3];
        Assert.Equal(with.Shrunken[0], unseen);
        Assert.Equal(with.Mean.Value, unseen.Value);
        Assert.Equal((3, 3, 0), (unseen.Units, unseen.Ratings, unseen.Categories));

        // A new agent's mean varies by tau^2 around a mean that is itself uncertain.
        double variance = with.BetweenVariance!.Value + Math.Pow(with.Mean.StandardError!.Value, 2);
        Near(variance, Math.Pow(unseen.StandardError!.Value, 2));
        Near(unseen.Value!.Value + (NormalDistribution.UpperQuantile(0.1) * Math.Sqrt(variance)), unseen.Interval!.Value.Upper);
        Near(NormalDistribution.Lower((80 - unseen.Value.Value) / Math.Sqrt(variance)), with.ChanceBelow(0, 80).Value!.Value);
    }

    [Fact]
    public void An_estimate_or_a_variance_that_cannot_be_used_is_refused()
    {
        Refused([1, 2], [1]);
        Refused([1], [1, 2]);
        Refused([1, double.NaN], [1, 2]);
        Refused([1.1e100, 1], [1, 2]);
        Refused([1, 2], [1, 0]);
        Refused([1, 2], [double.NaN, 1]);
        Refused([1, 2], [1e-200, 1]);
        Refused([1, 2], [1e200, 1]);
        Assert.Equal(EstimateStatus.Ok, NormalShrinkage.Of([1, 2], [1e199, 1]).Status);
        NormalShrinkage fit = NormalShrinkage.Of(Means, Variances);
        Assert.Equal("agent", Assert.Throws<ArgumentOutOfRangeException>(() => fit.ChanceBelow(-1, 3)).ParamName);
        Assert.Equal("agent", Assert.Throws<ArgumentOutOfRangeException>(() => fit.ChanceBelow(5, 3)).ParamName);
        Assert.Equal("target", Assert.Throws<ArgumentOutOfRangeException>(() => fit.ChanceBelow(0, double.NaN)).ParamName);
        Assert.Equal("target", Assert.Throws<ArgumentOutOfRangeException>(() => fit.ChanceBelow(0, double.PositiveInfinity)).ParamName);

        static void Refused(double[] means, double[] variances)
        {
            ArgumentException error = Assert.Throws<ArgumentException>(() => NormalShrinkage.Of(means, variances));
            Assert.Equal("variances", error.ParamName);
            Assert.Contains("a variance above 0", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Means_of_equal_precision_keep_what_James_and_Stein_leave_them()
    {
        // A mean of 5 and squares of 60: each keeps 1 - 2 * 6 / 60 of its distance.
        JamesStein fit = JamesStein.Of([1, 2, 4, 8, 10], 6);
        Assert.Equal((EstimateStatus.Ok, 5), (fit.Status, fit.Mean));
        Near(0.8, fit.Kept!.Value);
        double[] shrunken = [1.8, 2.6, 4.2, 7.4, 9];
        for (int i = 0; i < shrunken.Length; i++)
        {
            Near(shrunken[i], fit.Shrunken[i]);
        }

        Assert.Equal([1, 2, 4, 8, 10], JamesStein.Of([1, 2, 4, 8, 10], 0).Shrunken.ToArray());
        Assert.Equal([5, 5, 5, 5, 5], JamesStein.Of([1, 2, 4, 8, 10], 1000).Shrunken.ToArray());
        Near(1 - (3.0 / 20), JamesStein.Of([-3, -1, 1, 3], 3).Kept!.Value);
    }

    // So far from 0 a double counts ones, and its square would not.
    [Fact]
    public void A_common_offset_changes_nothing_of_how_far_means_are_apart()
    {
        double[] moved = [.. new double[] { 1, 2, 4, 8, 15 }.Select(mean => mean + Math.ScaleB(1, 52))];
        Near(0.8, JamesStein.Of(moved, 13).Kept!.Value);
        Assert.Equal(130, NormalShrinkage.Of(moved, [1, 1, 1, 1, 1]).Q);
    }

    [Fact]
    public void Fewer_than_four_means_or_means_that_are_alike_keep_nothing_back()
    {
        JamesStein three = JamesStein.Of([1, 2, 3], 1);
        Assert.Equal((EstimateStatus.InsufficientData, null, null), (three.Status, three.Mean, three.Kept));
        Assert.Empty(three.Shrunken);
        Assert.Equal((EstimateStatus.NoVariation, null, null), (JamesStein.Of([3, 3, 3, 3], 1).Status, JamesStein.Of([3, 3, 3, 3], 1).Mean, JamesStein.Of([3, 3, 3, 3], 1).Kept));
        foreach (double wrong in new[] { double.NaN, 1.1e100 })
        {
            ArgumentException error = Assert.Throws<ArgumentException>(() => JamesStein.Of([wrong, 1, 2, 3, 4], 1));
            Assert.Equal("means", error.ParamName);
            Assert.Contains("at most 1e100 from 0", error.Message, StringComparison.Ordinal);
        }

        Assert.Contains("0 or more", Variance(-0.001), StringComparison.Ordinal);
        Assert.Contains("0 or more", Variance(double.NaN), StringComparison.Ordinal);
        Assert.Contains("finite", Variance(double.PositiveInfinity), StringComparison.Ordinal);

        static string Variance(double variance)
        {
            ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => JamesStein.Of([1, 2, 3, 4], variance));
            Assert.Equal("variance", error.ParamName);
            return error.Message;
        }
    }

    // DerSimonian and Laird (1986), with every sum of squares around a mean as a sum over pairs.
    private static (double Q, double Tau, double Mean, double Error) Expected(double[] y, double[] v)
    {
        double total = v.Sum(variance => 1 / variance);
        double q = 0;
        double scale = 0;
        for (int i = 0; i < y.Length; i++)
        {
            for (int j = i + 1; j < y.Length; j++)
            {
                q += (y[i] - y[j]) * (y[i] - y[j]) / (v[i] * v[j]) / total;
                scale += 2 / (v[i] * v[j]) / total;
            }
        }

        double tau = Math.Max(0, (q - (y.Length - 1)) / scale);
        double precision = v.Sum(variance => 1 / (variance + tau));
        return (q, tau, y.Zip(v, (value, variance) => value / (variance + tau)).Sum() / precision, Math.Sqrt(1 / precision));
    }

    private static void Near(double expected, double actual) => Assert.InRange(actual, expected - (1e-12 * Math.Abs(expected)), expected + (1e-12 * Math.Abs(expected)));
}
