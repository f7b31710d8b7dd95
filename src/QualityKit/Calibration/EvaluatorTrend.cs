using System.Collections.Immutable;
using QualityKit.Methods;
using QualityKit.Statistics;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Calibration;

/// <summary>An evaluator over sessions: bias with its interval, and a verdict by an equivalence test, because one session outside the tolerance says next to nothing.</summary>
/// <remarks>Two one-sided tests at 5 % (Schuirmann 1987): in calibration when the interval of 90 % lies within the tolerance; out of calibration when that of 95 % excludes 0 and the bias is beyond it.</remarks>
public sealed record EvaluatorTrend
{
    // Two sessions that happen to agree would otherwise be proof.
    private const int FewestSessions = 3;
    private const int MostSessions = 100_000;

    // A power of 80 % with the true bias on either side.
    private static readonly double PowerQuantile = NormalDistribution.Quantile(0.9);

    private readonly double _tolerance;
    private readonly ImmutableArray<Fraction> _deviations;

    private EvaluatorTrend(ImmutableArray<Fraction> deviations, Fraction tolerance)
    {
        _deviations = deviations;
        _tolerance = tolerance.ToDouble();
        Limits = LimitsOfAgreement.Of([.. deviations.Select(deviation => deviation.ToDouble())]);
        WithinTolerance = deviations.IsEmpty
            ? null
            : (Fraction)100 * deviations.Count(deviation => CalibrationTolerance.Magnitude(deviation) <= tolerance) / deviations.Length;
    }

    /// <summary>How many sessions there are.</summary>
    public int Sessions => _deviations.Length;

    /// <summary>The mean deviation with a t interval of 95 %; positive for lenient.</summary>
    public Estimate Bias => Limits.Bias;

    /// <summary>Where 95 of 100 deviations lie.</summary>
    public LimitsOfAgreement Limits { get; }

    /// <summary>The bias with an interval of 90 %, which decides whether it is in calibration; null for fewer than two sessions.</summary>
    public ConfidenceInterval? Interval90 => Error is { } error ? Intervals.StudentT(Value, error, Sessions - 1, 0.9) : null;

    /// <summary>The bias in standard errors; null where deviations do not vary.</summary>
    public double? T => Error > 0 ? Value / Error : null;

    /// <summary>The chance of a bias as far from 0 if there were none; null where deviations do not vary.</summary>
    public double? PValue => T is { } t ? StudentTDistribution.TwoSided(t, Sessions - 1) : null;

    /// <summary>The larger p-value of the two one-sided tests: below 0.05 the bias is within the tolerance. Null where deviations do not vary.</summary>
    public double? EquivalencePValue => Error > 0
        ? Math.Max(
            StudentTDistribution.Upper((Value + _tolerance) / Error.Value, Sessions - 1),
            StudentTDistribution.Lower((Value - _tolerance) / Error.Value, Sessions - 1))
        : null;

    /// <summary>The mean deviation without signs, exact.</summary>
    public Fraction? MeanAbsoluteDeviation => CalibrationBenchmark.MeanOf([.. _deviations.Select(CalibrationTolerance.Magnitude)]);

    /// <summary>The root of the mean squared deviation.</summary>
    public double? RootMeanSquare => CalibrationBenchmark.MeanOf([.. _deviations.Select(deviation => deviation * deviation)]) is { } mean ? Math.Sqrt(mean.ToDouble()) : null;

    /// <summary>The sessions within the tolerance, in percent, decided exactly.</summary>
    public Fraction? WithinTolerance { get; }

    /// <summary>What can be said.</summary>
    public CalibrationVerdict Verdict
    {
        get
        {
            if (Sessions < FewestSessions)
            {
                return CalibrationVerdict.Inconclusive;
            }

            ConfidenceInterval ninety = Interval90!.Value;
            bool isWithin = ninety.Lower >= -_tolerance && ninety.Upper <= _tolerance;
            bool isBiased = !Bias.Interval!.Value.Contains(0) && Math.Abs(Value) > _tolerance;
            return isWithin ? CalibrationVerdict.InCalibration : isBiased ? CalibrationVerdict.OutOfCalibration : CalibrationVerdict.Inconclusive;
        }
    }

    /// <summary>
    /// How many more sessions decide with a chance of 80 % or more, if deviations go on as they did: 0 with a verdict.
    /// Null when fewer than two sessions say nothing of that, or when the bias is so near the tolerance that 100,000 would not decide.
    /// </summary>
    public int? SessionsNeeded
    {
        get
        {
            if (Verdict != CalibrationVerdict.Inconclusive)
            {
                return 0;
            }

            if (Limits.StandardDeviation is not { } deviation)
            {
                return null;
            }

            // Whichever verdict the bias points to; one that is just the tolerance points to neither, and leaves no room.
            bool isInside = Math.Abs(Value) <= _tolerance;
            double room = isInside ? _tolerance - Math.Abs(Value) : Math.Abs(Value);
            double side = isInside ? 0.05 : 0.025;
            return Needed(deviation, room, side) is { } sessions ? Math.Max(1, sessions - Sessions) : null;
        }
    }

    private double Value => Bias.Value!.Value;

    private double? Error => Bias.StandardError;

    /// <summary>An evaluator's deviations from the benchmark, one a session.</summary>
    /// <param name="deviations">Evaluator less benchmark, in points.</param>
    /// <param name="tolerance">The bias that is still in calibration, in points, 0 or more; 5 is usual.</param>
    public static EvaluatorTrend Of(IEnumerable<Fraction> deviations, Fraction tolerance)
    {
        ArgumentNullException.ThrowIfNull(deviations);
        return tolerance.Sign < 0
            ? throw new ArgumentOutOfRangeException(nameof(tolerance), "a tolerance is 0 or more")
            : new EvaluatorTrend([.. deviations], tolerance);
    }

    // The smallest n with (t + z) s / sqrt(n) within the room (Schuirmann 1987; Julious 2004). The more sessions, the less it is.
    private static int? Needed(double deviation, double room, double side)
    {
        (int least, int most) = (FewestSessions, MostSessions);
        while (least < most)
        {
            int middle = (least + most) / 2;
            (least, most) = Decide(middle) ? (least, middle) : (middle + 1, most);
        }

        return Decide(least) ? least : null;

        bool Decide(int sessions) =>
            (StudentTDistribution.UpperQuantile(side, sessions - 1) + PowerQuantile) * deviation <= room * Math.Sqrt(sessions);
    }
}
