using System.Collections.Immutable;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>Means drawn towards the mean of all, the more the less is known of each: agents with two evaluations neither top nor bottom a list.</summary>
/// <remarks>
/// The normal model with normal agents. The variance between agents is that of DerSimonian and Laird (1986), cut off at 0; the mean of all is
/// weighted by 1 / (v + tau^2). The standard error of a shrunken mean counts the error of the mean of all (Henderson 1975), not that of tau^2.
/// </remarks>
public sealed class NormalShrinkage
{
    private NormalShrinkage(int agents, EstimateStatus status)
    {
        Status = status;
        Mean = Estimate.None(status, new EstimateSize(agents, agents, 0));
        Shrunken = [.. Enumerable.Repeat(Mean, agents)];
    }

    /// <summary>Insufficient data for fewer than two agents; no variation when no score differs from another of its agent.</summary>
    public EstimateStatus Status { get; }

    /// <summary>The mean of all agents, with its standard error and interval.</summary>
    public Estimate Mean { get; private init; }

    /// <summary>Cochran's Q (1954): how far agents differ, k - 1 on average if they did not; null without a value.</summary>
    public double? Q { get; private init; }

    /// <summary>The variance between agents, tau^2; 0 when they differ no more than chance allows. Null without a value.</summary>
    public double? BetweenVariance { get; private init; }

    /// <summary>The shrunken means, in the order given, with standard errors and normal intervals.</summary>
    public ImmutableArray<Estimate> Shrunken { get; private init; }

    /// <summary>From means whose sampling variances are known.</summary>
    /// <param name="estimates">One an agent.</param>
    /// <param name="variances">Above 0, one an agent.</param>
    /// <param name="confidence">Of the intervals, between 0 and 1.</param>
    /// <exception cref="ArgumentException">The lists do not match, or a number is out of its range.</exception>
    public static NormalShrinkage Of(ReadOnlySpan<double> estimates, ReadOnlySpan<double> variances, double confidence = 0.95)
    {
        Guard.Chance(confidence);
        double[] y = estimates.ToArray();
        double[] v = variances.ToArray();
        if (y.Length != v.Length || !y.All(RatingScale.IsUsable) || !v.All(variance => variance is > 1e-200 and < 1e200))
        {
            throw new ArgumentException("every estimate is a number and has a variance above 0", nameof(variances));
        }

        return y.Length < 2 ? new NormalShrinkage(y.Length, EstimateStatus.InsufficientData) : Fit(y, v, confidence);
    }

    /// <summary>From samples, with one deviation for all agents, pooled over those with two scores or more: s^2 / n is the variance of each. An agent without scores gets the mean of all.</summary>
    /// <param name="samples">One an agent.</param>
    /// <param name="confidence">Of the intervals, between 0 and 1.</param>
    public static NormalShrinkage Of(IReadOnlyList<SampleMean> samples, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(samples);
        SampleMean[] seen = [.. samples.Where(sample => sample.Count > 0)];
        double degrees = seen.Sum(sample => sample.Count - 1.0);
        double squares = StableSum.Of([.. seen.Where(sample => sample.Count > 1).Select(sample => (sample.Count - 1) * sample.StandardDeviation!.Value * sample.StandardDeviation.Value)]);
        if (seen.Length < 2 || degrees == 0)
        {
            return new NormalShrinkage(samples.Count, EstimateStatus.InsufficientData);
        }

        if (squares == 0)
        {
            return new NormalShrinkage(samples.Count, EstimateStatus.NoVariation);
        }

        return Of([.. seen.Select(sample => sample.Mean!.Value)], [.. seen.Select(sample => squares / degrees / sample.Count)], confidence)
            .Spread([.. samples.Select(sample => sample.Count)], confidence);
    }

    /// <summary>The chance that an agent's true mean is below a target: the posterior of the normal model.</summary>
    /// <param name="agent">The position of the agent.</param>
    /// <param name="target">The target.</param>
    public Estimate ChanceBelow(int agent, double target)
    {
        Guard.Finite(target);
        ArgumentOutOfRangeException.ThrowIfNegative(agent);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(agent, Shrunken.Length);
        Estimate shrunken = Shrunken[agent];
        var size = new EstimateSize(shrunken.Units, shrunken.Ratings, 0);
        return shrunken.Value is { } value
            ? Estimate.Of(NormalDistribution.Lower((target - value) / shrunken.StandardError!.Value), size)
            : Estimate.None(Status, size);
    }

    private static NormalShrinkage Fit(double[] y, double[] v, double confidence)
    {
        var size = new EstimateSize(y.Length, y.Length, 0);
        double[] fixedWeights = [.. v.Select(variance => 1 / variance)];
        double centre = WeightedMean(y, fixedWeights);
        double q = StableSum.Of([.. y.Select((value, i) => fixedWeights[i] * (value - centre) * (value - centre))]);
        double total = StableSum.Of(fixedWeights);
        double scale = total - (StableSum.Of([.. fixedWeights.Select(weight => weight * weight)]) / total);
        double tau = Math.Max(0, (q - (y.Length - 1)) / scale);
        double[] weights = [.. v.Select(variance => 1 / (variance + tau))];
        double mean = WeightedMean(y, weights);
        double error = Math.Sqrt(1 / StableSum.Of(weights));
        return new NormalShrinkage(y.Length, EstimateStatus.Ok)
        {
            Q = q,
            BetweenVariance = tau,
            Mean = Estimate.Of(mean, size, error, Intervals.Normal(mean, error, confidence)),
            Shrunken = [.. y.Select((value, i) => Shrink(value, v[i]))],
        };

        Estimate Shrink(double value, double variance)
        {
            double pull = variance / (variance + tau);
            double shrunken = value + (pull * (mean - value));
            double deviation = Math.Sqrt((pull * tau) + (pull * pull * error * error));
            return Estimate.Of(shrunken, size, deviation, Intervals.Normal(shrunken, deviation, confidence));
        }
    }

    private static double WeightedMean(double[] values, double[] weights) =>
        StableSum.Of([.. values.Select((value, i) => value * weights[i])]) / StableSum.Of(weights);

    // Agents without a score are known by the others only.
    private NormalShrinkage Spread(long[] counts, double confidence)
    {
        double deviation = Math.Sqrt(BetweenVariance!.Value + (Mean.StandardError!.Value * Mean.StandardError.Value));
        Estimate unseen = Estimate.Of(Mean.Value!.Value, new EstimateSize(Mean.Units, Mean.Ratings, 0), deviation, Intervals.Normal(Mean.Value.Value, deviation, confidence));
        int next = 0;
        return new NormalShrinkage(counts.Length, EstimateStatus.Ok)
        {
            Q = Q,
            BetweenVariance = BetweenVariance,
            Mean = Mean,
            Shrunken = [.. counts.Select(count => count == 0 ? unseen : Shrunken[next++])],
        };
    }
}
