using System.Collections.Immutable;
using QualityKit.Statistics;

namespace QualityKit.Calibration;

/// <summary>Whether an evaluator's deviations moved, and since when.</summary>
/// <remarks>
/// The first half of the sessions says what is usual: its mean, and a deviation from its moving ranges. The EWMA chart of the others sees small lasting
/// moves, the CUSUM chart dates them (K 0.5, H 5 deviations; Montgomery 2020, chapter 9). With few sessions the usual is uncertain, and false alarms are
/// more frequent than the charts say: a signal is a reason to look.
/// </remarks>
public sealed record EvaluatorDrift
{
    /// <summary>The fewest sessions that are charted: 10.</summary>
    public const int FewestSessions = 10;

    private EvaluatorDrift(EstimateStatus status) => Status = status;

    /// <summary>Ok; insufficient data below <see cref="FewestSessions"/>; no variation when the first half is all alike.</summary>
    public EstimateStatus Status { get; }

    /// <summary>How many of the first sessions say what is usual.</summary>
    public int Baseline { get; private init; }

    /// <summary>The chart for small lasting moves, of the sessions after the baseline; null without a value.</summary>
    public ControlChart? Ewma { get; private init; }

    /// <summary>The chart that dates them; null without a value.</summary>
    public CusumChart? Cusum { get; private init; }

    /// <summary>The position of the session since which deviations moved, from 0; null where no chart signals.</summary>
    public int? Since => (Cusum, Ewma) switch
    {
        ({ Signals: [var dated, ..] }, _) => Baseline + dated.Since,
        (_, { Signals: [var seen, ..] }) => Baseline + seen.Since,
        _ => null,
    };

    /// <summary>Charts deviations.</summary>
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

        int baseline = deviations.Count / 2;
        ImmutableArray<double> usual = [.. deviations.Take(baseline)];
        double[] later = [.. deviations.Skip(baseline)];
        double sigma = MovingRange.Mean(usual)!.Value / MovingRange.D2;
        double mean = usual.Average();
        return sigma == 0
            ? new(EstimateStatus.NoVariation) { Baseline = baseline }
            : new(EstimateStatus.Ok)
            {
                Baseline = baseline,
                Ewma = ControlChart.Ewma(later, mean, sigma),
                Cusum = CusumChart.Of(later, mean, 0.5 * sigma, 5 * sigma),
            };
    }
}
