using QualityKit.Statistics;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Calibration;

/// <summary>Whether an evaluator's deviations moved, and since when.</summary>
/// <remarks>
/// Deviations are mostly 0 with a few far out, so the false-alarm rates that charts have for normal values do not hold for them. A move is therefore said
/// only when the largest cumulative sum of deviations from their mean would hardly ever arise if the same sessions had come in any other order (a
/// permutation test, whose rate holds for every distribution; the sum and its place are those of Taylor 2000, Change-point analysis). The charts show it:
/// the first half of the sessions says what is usual, its mean and standard deviation (that of all sessions where the first half is all alike); EWMA with
/// lambda 0.1, CUSUM with K 0.5 and H 5 deviations (Montgomery 2020, chapter 9).
/// </remarks>
public sealed record EvaluatorDrift
{
    /// <summary>The fewest sessions that are looked at: 10.</summary>
    public const int FewestSessions = 10;

    private const double Level = 0.01;
    private const int Orders = 1_999;

    private EvaluatorDrift(EstimateStatus status) => Status = status;

    /// <summary>Ok; insufficient data below <see cref="FewestSessions"/>; no variation when all sessions are alike.</summary>
    public EstimateStatus Status { get; }

    /// <summary>The chance of so large a move if there were none, from 1,999 other orders (the same ones on every machine); null without a value.</summary>
    public double? PValue { get; private init; }

    /// <summary>The position of the session since which deviations moved, from 0; null where the chance is above 0.01.</summary>
    public int? Since { get; private init; }

    /// <summary>How many of the first sessions say what is usual in the charts.</summary>
    public int Baseline { get; private init; }

    /// <summary>The chart for small lasting moves, of the sessions after the baseline; null without a value.</summary>
    public ControlChart? Ewma { get; private init; }

    /// <summary>The chart that dates them; null without a value.</summary>
    public CusumChart? Cusum { get; private init; }

    /// <summary>Looks at deviations.</summary>
    /// <param name="deviations">Evaluator less benchmark in points, oldest first, each at most 1e100 from 0.</param>
    /// <exception cref="ArgumentException">A deviation cannot be used.</exception>
    public static EvaluatorDrift Of(IReadOnlyList<double> deviations)
    {
        ArgumentNullException.ThrowIfNull(deviations);
        ControlChart.Usable(deviations);
        if (deviations.Count < FewestSessions)
        {
            return new(EstimateStatus.InsufficientData);
        }

        SampleMean all = SampleMean.Of([.. deviations]);
        if (all.StandardDeviation is not > 0)
        {
            return new(EstimateStatus.NoVariation);
        }

        int baseline = deviations.Count / 2;
        SampleMean usual = SampleMean.Of([.. deviations.Take(baseline)]);
        double mean = usual.Mean!.Value;
        double sigma = usual.StandardDeviation is > 0 and { } known ? known : all.StandardDeviation.Value;
        double[] later = [.. deviations.Skip(baseline)];
        (double chance, int since) = Move([.. deviations.Select(deviation => deviation - all.Mean!.Value)]);
        return new(EstimateStatus.Ok)
        {
            PValue = chance,
            Since = chance <= Level ? since : null,
            Baseline = baseline,
            Ewma = ControlChart.Ewma(later, mean, sigma),
            Cusum = CusumChart.Of(later, mean, 0.5 * sigma, 5 * sigma),
        };
    }

    private static (double PValue, int Since) Move(double[] offsets)
    {
        (double largest, int since) = LargestSum(offsets);
        double rounding = 1e-9 * offsets.Max(Math.Abs);
        var stream = new RandomStream(1);
        int asLarge = 0;
        for (int order = 0; order < Orders; order++)
        {
            for (int i = offsets.Length - 1; i > 0; i--)
            {
                int other = stream.Below(i + 1);
                (offsets[i], offsets[other]) = (offsets[other], offsets[i]);
            }

            asLarge += LargestSum(offsets).Sum >= largest - rounding ? 1 : 0;
        }

        return ((asLarge + 1.0) / (Orders + 1), since);
    }

    private static (double Sum, int Since) LargestSum(double[] offsets)
    {
        // The last sum is that of all offsets: 0 but for rounding, and never the largest.
        (double sum, double largest, int since) = (0, 0, 0);
        for (int i = 0; i < offsets.Length; i++)
        {
            sum += offsets[i];
            (largest, since) = Math.Abs(sum) > largest ? (Math.Abs(sum), i + 1) : (largest, since);
        }

        return (largest, since);
    }
}
