using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>How many of a sample passed, and what that says about the share of all.</summary>
public sealed record SampleShare
{
    private SampleShare()
    {
    }

    /// <summary>How many passed.</summary>
    public long Successes { get; private init; }

    /// <summary>How many there are.</summary>
    public long Trials { get; private init; }

    /// <summary>How many there are in all, counted or not; null when that is not known, or when the question is what the agent will do next.</summary>
    public long? Population { get; private init; }

    /// <summary>The share that passed; null when there is none.</summary>
    public double? Share => Trials == 0 ? null : Successes / (double)Trials;

    internal EstimateSize Size => new(Trials, Trials, 2);

    /// <summary>From counts.</summary>
    /// <param name="successes">How many passed, 0 to all.</param>
    /// <param name="trials">How many there are, 0 or more.</param>
    /// <param name="population">How many interactions there are in all, at least as many as trials.</param>
    /// <exception cref="ArgumentException">A count is out of its range.</exception>
    public static SampleShare Of(long successes, long trials, long? population = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, successes);
        if (population < trials)
        {
            throw new ArgumentException("a population is at least as large as its sample", nameof(population));
        }

        return new SampleShare { Successes = successes, Trials = trials, Population = population };
    }

    /// <summary>The share with Wilson's score interval (1927); for a population the variance is that of sampling without replacement, p (1 - p) / n (N - n) / (N - 1) (Cochran 1977, theorem 3.2).</summary>
    /// <param name="confidence">Between 0 and 1.</param>
    public Estimate Interval(double confidence = 0.95)
    {
        Guard.Chance(confidence);
        double left = Population is { } population ? (population - Trials) / Math.Max(1, population - 1.0) : 1;
        return Share is { } share && left == 0
            ? Estimate.Of(share, Size, null, new ConfidenceInterval(share, share, confidence))
            : With(confidence, intervals => intervals.Wilson(left));
    }

    /// <summary>The share with an interval of another kind, for a population without end. The methods and their sources are those of <see cref="ShareMethod"/>.</summary>
    /// <param name="method">The kind.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public Estimate Interval(ShareMethod method, double confidence = 0.95)
    {
        Guard.Chance(confidence);
        return With(confidence, intervals => intervals.Of(method));
    }

    /// <summary>The chance that the share of all is below a target, given these counts and the prior of Jeffreys (Brown, Cai and DasGupta 2001, section 3.3).</summary>
    /// <param name="target">0 to 1.</param>
    public Estimate ChanceBelow(double target)
    {
        Guard.Share(target);
        return Trials == 0
            ? Estimate.None(EstimateStatus.InsufficientData, Size)
            : Estimate.Of(BetaDistribution.Lower(target, Successes + 0.5, Trials - Successes + 0.5), Size);
    }

    private Estimate With(double confidence, Func<ShareIntervals, (double Lower, double Upper)> ends)
    {
        if (Share is not { } share)
        {
            return Estimate.None(EstimateStatus.InsufficientData, Size);
        }

        (double lower, double upper) = ends(new ShareIntervals(Successes, Trials, confidence));
        return Estimate.Of(share, Size, null, new ConfidenceInterval(Math.Min(lower, share), Math.Max(upper, share), confidence));
    }
}
