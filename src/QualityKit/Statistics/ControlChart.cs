using System.Collections.Immutable;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>Points in the order of time, with the limits that they leave only rarely unless something changed (Shewhart 1931; Montgomery 2020, Introduction to Statistical Quality Control, chapters 6, 7 and 9).</summary>
public sealed record ControlChart
{
    internal ControlChart()
    {
    }

    /// <summary>Whether there are limits: insufficient data for too few points, no variation when all that sets the limits is alike.</summary>
    public EstimateStatus Status { get; internal init; }

    /// <summary>The centre; null without limits.</summary>
    public double? Center { get; internal init; }

    /// <summary>The points, oldest first; empty without limits.</summary>
    public ImmutableArray<ChartPoint> Points { get; internal init; } = [];

    /// <summary>Every point outside its limits, oldest first.</summary>
    public ImmutableArray<ChartSignal> Signals { get; internal init; } = [];

    /// <summary>The first drop; null when there is none.</summary>
    public ChartSignal? Drop => Signals.Where(signal => signal.Side == ChartSide.Below).Cast<ChartSignal?>().FirstOrDefault();

    /// <summary>The share of one period's evaluations that passed or failed, period by period: limits at p plus and minus so many sqrt(p (1 - p) / n), cut off at 0 and 1 (Montgomery 2020, section 7.3).</summary>
    /// <remarks>With 3 sigmas and many trials a period gives a false alarm about once in 370 periods; with n p below 5 the normal limits are rough, and a lower limit of 0 sees no drop.</remarks>
    /// <param name="periods">The periods, oldest first, each with a trial or more.</param>
    /// <param name="sigmas">How wide the limits are, above 0.</param>
    /// <param name="baseline">How many of the first periods set the limits; null for all.</param>
    /// <exception cref="ArgumentException">A period is empty, or an argument is out of its range.</exception>
    public static ControlChart OfShares(IReadOnlyList<SampleShare> periods, double sigmas = 3, int? baseline = null)
    {
        ArgumentNullException.ThrowIfNull(periods);
        Guard.Positive(sigmas);
        int first = Baseline(periods.Count, baseline);
        if (periods.Any(period => period.Trials == 0))
        {
            throw new ArgumentException("a period has a trial or more; leave empty ones out", nameof(periods));
        }

        double trials = periods.Take(first).Sum(period => (double)period.Trials);
        double passes = periods.Take(first).Sum(period => (double)period.Successes);
        if (first < 2)
        {
            return new ControlChart { Status = EstimateStatus.InsufficientData };
        }

        if (passes == 0 || passes == trials)
        {
            return new ControlChart { Status = EstimateStatus.NoVariation };
        }

        double center = passes / trials;
        return Of(center, [.. periods.Select(period =>
        {
            double margin = sigmas * Math.Sqrt(center * (1 - center) / period.Trials);
            return new ChartPoint(period.Share!.Value, Math.Max(0, center - margin), Math.Min(1, center + margin));
        })]);
    }

    /// <summary>Single values, such as monthly means: limits at the mean plus and minus so many times the mean moving range over d2 = 2 / sqrt(pi) (Shewhart 1931; Montgomery 2020, section 6.4, where d2 is printed as 1.128).</summary>
    /// <remarks>With 3 sigmas, normal values and a long baseline there is a false alarm about once in 370 values.</remarks>
    /// <param name="values">The values, oldest first, each at most 1e100 from 0.</param>
    /// <param name="sigmas">How wide the limits are, above 0.</param>
    /// <param name="baseline">How many of the first values set the limits; null for all.</param>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public static ControlChart OfValues(IReadOnlyList<double> values, double sigmas = 3, int? baseline = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        Guard.Positive(sigmas);
        Usable(values);
        int first = Baseline(values.Count, baseline);
        if (first < 2)
        {
            return new ControlChart { Status = EstimateStatus.InsufficientData };
        }

        double center = StableSum.Of([.. values.Take(first)]) / first;
        double range = MovingRange.Mean(values, first);
        return range == 0
            ? new ControlChart { Status = EstimateStatus.NoVariation }
            : Of(center, [.. values.Select(value => new ChartPoint(value, center - (sigmas * range / MovingRange.D2), center + (sigmas * range / MovingRange.D2)))]);
    }

    /// <summary>An exponentially weighted moving average, which sees small lasting shifts: z = lambda x + (1 - lambda) z from the target on, within L sigma sqrt(lambda / (2 - lambda) (1 - (1 - lambda)^(2 i))) of it (Roberts 1959; Lucas and Saccucci 1990).</summary>
    /// <remarks>How often it gives a false alarm is <see cref="AverageRunLength.Ewma"/>: once in 500 values for the defaults. A change is dated to when the average left the target's side (Nishina 1992).</remarks>
    /// <param name="values">The values, oldest first, each at most 1e100 from 0.</param>
    /// <param name="target">The mean when nothing changed.</param>
    /// <param name="sigma">The standard deviation of a value, above 0.</param>
    /// <param name="lambda">The weight of the newest, above 0 to 1.</param>
    /// <param name="width">L, above 0.</param>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public static ControlChart Ewma(IReadOnlyList<double> values, double target, double sigma, double lambda = 0.1, double width = 2.814)
    {
        ArgumentNullException.ThrowIfNull(values);
        Usable(values);
        Guard.Finite(target);
        Guard.Positive(sigma);
        Guard.Positive(lambda);
        Guard.Share(lambda);
        Guard.Positive(width);
        var points = new ChartPoint[values.Count];
        var signals = new List<ChartSignal>();
        double average = target;
        int since = 0;
        for (int i = 0; i < points.Length; i++)
        {
            double before = average - target;
            average += lambda * (values[i] - average);
            if ((average - target) * before <= 0)
            {
                since = i;
            }

            double margin = width * sigma * Math.Sqrt(lambda / (2 - lambda) * (1 - Math.Pow(1 - lambda, 2 * (i + 1.0))));
            points[i] = new ChartPoint(average, target - margin, target + margin);
            if (points[i].Side != ChartSide.Within)
            {
                signals.Add(new ChartSignal(i, since, points[i].Side));
            }
        }

        return new ControlChart
        {
            Status = points.Length == 0 ? EstimateStatus.InsufficientData : EstimateStatus.Ok,
            Center = points.Length == 0 ? null : target,
            Points = [.. points],
            Signals = [.. signals],
        };
    }

    internal static void Usable(IReadOnlyList<double> values)
    {
        if (!values.All(RatingScale.IsUsable))
        {
            throw new ArgumentException("a value is a number at most 1e100 from 0", nameof(values));
        }
    }

    private static ControlChart Of(double center, ImmutableArray<ChartPoint> points) => new()
    {
        Center = center,
        Points = points,
        Signals = [.. points.Select((point, i) => new ChartSignal(i, i, point.Side)).Where(signal => signal.Side != ChartSide.Within)],
    };

    private static int Baseline(int count, int? baseline)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(baseline ?? 0, nameof(baseline));
        return Math.Min(count, baseline ?? count);
    }
}
