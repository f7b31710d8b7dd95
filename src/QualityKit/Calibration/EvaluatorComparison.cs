using System.Collections.Immutable;
using QualityKit.Methods;

namespace QualityKit.Calibration;

/// <summary>How far one evaluator is from the benchmark. All numbers are exact; a deviation above 0 is lenient.</summary>
public sealed record EvaluatorComparison
{
    /// <summary>Who scored.</summary>
    public required string Evaluator { get; init; }

    /// <summary>The evaluator's total.</summary>
    public Fraction? Total { get; init; }

    /// <summary>What the total is compared with.</summary>
    public Fraction? Benchmark { get; init; }

    /// <summary>Total less benchmark, in points; null when either has no total.</summary>
    public Fraction? Deviation => Total - Benchmark;

    /// <summary>The deviation without its sign.</summary>
    public Fraction? AbsoluteDeviation => Deviation is { } deviation ? CalibrationTolerance.Magnitude(deviation) : null;

    /// <summary>The deviation in percent of the benchmark; null for a benchmark of 0.</summary>
    public Fraction? RelativeDeviation => Benchmark is { IsZero: false } benchmark ? 100 * Deviation / benchmark : null;

    /// <summary>Whether the total is within the tolerance; null without a deviation.</summary>
    public bool? IsWithinTolerance { get; init; }

    /// <summary>The deviation of each group, by its key; null where either has no score.</summary>
    public ImmutableDictionary<string, Fraction?> Groups { get; init; } = ImmutableDictionary<string, Fraction?>.Empty;

    /// <summary>The deviation of each question, in the order of the form; null where either says N/A.</summary>
    public ImmutableArray<Fraction?> Questions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How many questions have the same answer; N/A beside N/A is the same.</summary>
    public int Agreements { get; init; }

    /// <summary>The questions that agree, in percent of all.</summary>
    public Fraction? Alignment { get; init; }

    /// <summary>The weight of the questions that agree, in percent of all weight; null when nothing weighs.</summary>
    public Fraction? WeightedAlignment { get; init; }

    /// <summary>How many questions only one of the two says N/A to. Each is a mismatch and never a 0.</summary>
    public int NotApplicableMismatches { get; init; }

    /// <summary>The weighted mean deviation over the questions that both scored: what a mismatch of N/A does not touch.</summary>
    public Fraction? ComparableDeviation { get; init; }
}
