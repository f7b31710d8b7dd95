using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>Scores that were taken as a sample, and what they say about the mean of all.</summary>
public sealed record SampleMean
{
    private SampleMean()
    {
    }

    /// <summary>How many scores there are.</summary>
    public long Count { get; private init; }

    /// <summary>Their mean; null when there is none.</summary>
    public double? Mean { get; private init; }

    /// <summary>Their sample standard deviation; null for fewer than two.</summary>
    public double? StandardDeviation { get; private init; }

    /// <summary>How many there are in all, counted or not; null when that is not known, or when the question is what the agent will do next.</summary>
    public long? Population { get; private init; }

    internal bool IsCensus => Population == Count && Count > 0;

    /// <summary>s^2 / n (1 - n / N), or null where the scores do not say it: for fewer than two, and when all are alike (Cochran 1977, theorem 2.2).</summary>
    internal double? VarianceOfMean => (StandardDeviation, IsCensus) switch
    {
        (_, true) => 0,
        (null or 0, _) => null,
        ({ } deviation, _) => deviation * deviation / Count * (1 - (Count / (double)(Population ?? long.MaxValue))),
    };

    internal EstimateSize Size => new(Count, Count, 0);

    /// <summary>From scores.</summary>
    /// <param name="scores">Numbers at most 1e100 from 0.</param>
    /// <param name="population">How many interactions there are in all, at least as many as scores.</param>
    /// <exception cref="ArgumentException">A score cannot be used, or the population is smaller than the sample.</exception>
    public static SampleMean Of(ReadOnlySpan<double> scores, long? population = null)
    {
        double[] all = scores.ToArray();
        if (!all.All(RatingScale.IsUsable))
        {
            throw new ArgumentException("a score is a number at most 1e100 from 0", nameof(scores));
        }

        RequirePopulation(all.Length, population);
        if (all.Length == 0)
        {
            return new SampleMean { Population = population };
        }

        // Scores that are all alike have no deviation, whatever rounding would make of it.
        bool isAlike = all.All(score => score == all[0]);
        double mean = isAlike ? all[0] : StableSum.Of(all) / all.Length;
        double squares = StableSum.Of([.. all.Select(score => (score - mean) * (score - mean))]);
        return new SampleMean
        {
            Count = all.Length,
            Mean = mean,
            StandardDeviation = all.Length < 2 ? null : Math.Sqrt(squares / (all.Length - 1)),
            Population = population,
        };
    }

    /// <summary>From what is known of scores.</summary>
    /// <param name="count">How many, 1 or more.</param>
    /// <param name="mean">Their mean.</param>
    /// <param name="standardDeviation">Their sample standard deviation, 0 or more; not looked at for one score.</param>
    /// <param name="population">How many interactions there are in all, at least as many as scores.</param>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public static SampleMean Of(long count, double mean, double standardDeviation, long? population = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        Guard.Finite(mean);
        Guard.NotNegative(standardDeviation);
        Guard.Finite(standardDeviation);
        RequirePopulation(count, population);
        return new SampleMean { Count = count, Mean = mean, StandardDeviation = count < 2 ? null : standardDeviation, Population = population };
    }

    /// <summary>The mean with its interval from Student's t with n - 1 degrees of freedom (Student 1908), narrowed by sqrt(1 - n / N) for a population (Cochran 1977, section 2.8).</summary>
    /// <remarks>One score, or scores that are all alike, have a mean but no interval: they do not say how much others would differ.</remarks>
    /// <param name="confidence">Between 0 and 1.</param>
    public Estimate Interval(double confidence = 0.95)
    {
        Guard.Chance(confidence);
        if (Mean is not { } mean)
        {
            return Estimate.None(EstimateStatus.InsufficientData, Size);
        }

        if (VarianceOfMean is not { } variance)
        {
            return Estimate.Of(mean, Size);
        }

        double error = Math.Sqrt(variance);
        return Estimate.Of(mean, Size, error, Intervals.StudentT(mean, error, Math.Max(1, Count - 1), confidence));
    }

    /// <summary>The chance that the mean of all is below a target, given these scores and nothing else (Box and Tiao 1973, section 2.4: the posterior of a normal mean under a prior that says nothing).</summary>
    /// <param name="target">The target.</param>
    public Estimate ChanceBelow(double target)
    {
        Guard.Finite(target);
        return (Mean, VarianceOfMean) switch
        {
            (null, _) => Estimate.None(EstimateStatus.InsufficientData, Size),
            (_, null) => Estimate.None(Count < 2 ? EstimateStatus.InsufficientData : EstimateStatus.NoVariation, Size),
            ({ } mean, 0) => Estimate.Of(mean < target ? 1 : 0, Size),
            ({ } mean, { } variance) => Estimate.Of(StudentTDistribution.Lower((target - mean) / Math.Sqrt(variance), Count - 1), Size),
        };
    }

    private static void RequirePopulation(long count, long? population)
    {
        if (population < count)
        {
            throw new ArgumentException("a population is at least as large as its sample", nameof(population));
        }
    }
}
