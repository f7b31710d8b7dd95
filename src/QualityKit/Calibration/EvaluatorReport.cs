using System.Collections.Immutable;
using QualityKit.Methods;
using QualityKit.Statistics;

namespace QualityKit.Calibration;

/// <summary>One evaluator over all interactions of a report, against the benchmark.</summary>
public sealed record EvaluatorReport
{
    /// <summary>Who.</summary>
    public required string Evaluator { get; init; }

    /// <summary>How many interactions they scored.</summary>
    public required int Scored { get; init; }

    /// <summary>How many they were asked for and have not finished.</summary>
    public required int Missing { get; init; }

    /// <summary>Their deviations with a verdict. With a relative tolerance they are in percent of the benchmark.</summary>
    public required EvaluatorTrend Trend { get; init; }

    /// <summary>The bias, drawn towards that of all evaluators by how little is known of theirs (<see cref="NormalShrinkage"/>): the best guess today.</summary>
    public required Estimate ShrunkenBias { get; init; }

    /// <summary>How much more they give than an average evaluator would have given the same interactions (<see cref="AdditiveModel"/>); above 0 is lenient.</summary>
    public required Estimate Leniency { get; init; }

    /// <summary>The answers that agree with the benchmark, in percent; null when they scored nothing.</summary>
    public Fraction? Alignment { get; init; }

    /// <summary>The weight of the answers that agree, in percent; null when nothing weighs.</summary>
    public Fraction? WeightedAlignment { get; init; }

    /// <summary>How many answers only one of the two says N/A to.</summary>
    public required int NotApplicableMismatches { get; init; }

    /// <summary>Agreement with the benchmark beyond chance, over all answers.</summary>
    public required AnswerAgreement Agreement { get; init; }

    /// <summary>Agreement of totals with the benchmark: the correlation, less what offset and scale cost it (Lin 1989).</summary>
    public required Estimate Concordance { get; init; }

    /// <summary>Their marks of critical errors against the benchmark's; null where the form has no critical question.</summary>
    public CriticalErrors? CriticalErrors { get; init; }

    /// <summary>The questions they disagree on with the benchmark, the most often first.</summary>
    public ImmutableArray<QuestionMiss> Misses { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether their deviations moved.</summary>
    public required EvaluatorDrift Drift { get; init; }

    /// <summary>Which way they lean, as far as today's sessions can tell: with a verdict of out of calibration the side of the bias, else where the interval of the shrunken bias does not hold 0.</summary>
    public EvaluatorLean Lean => (Trend.Verdict == CalibrationVerdict.OutOfCalibration ? Trend.Bias : ShrunkenBias).Interval switch
    {
        { Lower: > 0 } => EvaluatorLean.Lenient,
        { Upper: < 0 } => EvaluatorLean.Strict,
        _ => EvaluatorLean.None,
    };

    /// <summary>What can be said today, the verdict first.</summary>
    public ImmutableArray<CalibrationStatement> Today { get; internal init; } = [];
}
