using System.Collections.Immutable;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>Pass rates drawn towards the rate of all, the more the fewer trials each has: the beta-binomial model (Skellam 1948; Gelman et al. 2013, section 5.3).</summary>
/// <remarks>Intervals and chances take the fitted beta distribution as known, so with few agents they are too narrow.</remarks>
public sealed class BetaShrinkage
{
    private const long MostTrials = 10_000_000;

    private readonly ImmutableArray<SampleShare> _samples;

    private BetaShrinkage(ImmutableArray<SampleShare> samples) => _samples = samples;

    /// <summary>No variation when rates differ no more than chance allows (use the rate of all then); insufficient data for fewer than two agents, or when no agent both passed and failed.</summary>
    public EstimateStatus Status { get; private init; }

    /// <summary>The first shape of the beta distribution of agents: passes known beforehand. Null without a value.</summary>
    public double? Alpha { get; private init; }

    /// <summary>The second shape: fails known beforehand. Null without a value.</summary>
    public double? Beta { get; private init; }

    /// <summary>The logarithm of the likelihood but for the binomial coefficients; null without a value.</summary>
    public double? LogLikelihood => Alpha is { } alpha ? new BetaBinomialLikelihood(_samples).At(alpha, Beta!.Value) : null;

    /// <summary>The most likely beta distribution (Griffiths 1973), by Newton's method on the logarithms of its shapes.</summary>
    /// <param name="samples">One an agent, each of at most 10,000,000 trials; those without trials say nothing.</param>
    /// <exception cref="ArgumentException">An agent has more trials.</exception>
    public static BetaShrinkage Of(IReadOnlyList<SampleShare> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Any(sample => sample.Trials > MostTrials))
        {
            throw new ArgumentException($"an agent has at most {MostTrials} trials", nameof(samples));
        }

        var fit = new BetaShrinkage([.. samples]);
        if (samples.Count(sample => sample.Trials > 0) < 2 || !samples.Any(sample => sample.Trials > 1))
        {
            return fit.Without(EstimateStatus.InsufficientData);
        }

        var likelihood = new BetaBinomialLikelihood(fit._samples);
        if (likelihood.SlopeAtNoVariation <= 0)
        {
            return fit.Without(EstimateStatus.NoVariation);
        }

        return likelihood.Most() is var (alpha, beta)
            ? new BetaShrinkage(fit._samples) { Alpha = alpha, Beta = beta }
            : fit.Without(EstimateStatus.InsufficientData);
    }

    /// <summary>The beta distribution with the mean and sample variance of the rates, each agent counting once (Gelman et al. 2013, section 5.1): a rough fit.</summary>
    /// <param name="samples">One an agent; those without trials are left out.</param>
    public static BetaShrinkage OfMoments(IReadOnlyList<SampleShare> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var fit = new BetaShrinkage([.. samples]);
        SampleMean rates = SampleMean.Of([.. samples.Select(sample => sample.Share).OfType<double>()]);
        if (rates.StandardDeviation is not { } deviation)
        {
            return fit.Without(EstimateStatus.InsufficientData);
        }

        if (deviation == 0)
        {
            return fit.Without(EstimateStatus.NoVariation);
        }

        double mean = rates.Mean!.Value;
        double size = (mean * (1 - mean) / (deviation * deviation)) - 1;
        return size > 0
            ? new BetaShrinkage(fit._samples) { Alpha = mean * size, Beta = (1 - mean) * size }
            : fit.Without(EstimateStatus.InsufficientData);
    }

    /// <summary>An agent's rate, drawn to that of all: (y + alpha) / (n + alpha + beta), with the interval of the posterior.</summary>
    /// <param name="agent">The position of the agent.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public Estimate Shrunken(int agent, double confidence = 0.95)
    {
        Guard.Chance(confidence);
        SampleShare sample = Sample(agent);
        if (Alpha is not { } alpha)
        {
            return Estimate.None(Status, sample.Size);
        }

        double a = sample.Successes + alpha;
        double b = sample.Trials - sample.Successes + Beta!.Value;
        double mean = a / (a + b);
        double side = (1 - confidence) / 2;
        var interval = new ConfidenceInterval(
            Math.Min(mean, BetaDistribution.Quantile(side, a, b)), Math.Max(mean, BetaDistribution.UpperQuantile(side, a, b)), confidence);
        return Estimate.Of(mean, sample.Size, Math.Sqrt(mean * (1 - mean) / (a + b + 1)), interval);
    }

    /// <summary>The chance that an agent's true rate is below a target, from the posterior.</summary>
    /// <param name="agent">The position of the agent.</param>
    /// <param name="target">0 to 1.</param>
    public Estimate ChanceBelow(int agent, double target)
    {
        Guard.Share(target);
        SampleShare sample = Sample(agent);
        return Alpha is { } alpha
            ? Estimate.Of(BetaDistribution.Lower(target, sample.Successes + alpha, sample.Trials - sample.Successes + Beta!.Value), sample.Size)
            : Estimate.None(Status, sample.Size);
    }

    private BetaShrinkage Without(EstimateStatus status) => new(_samples) { Status = status };

    private SampleShare Sample(int agent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(agent);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(agent, _samples.Length);
        return _samples[agent];
    }
}
