using System.Collections.Immutable;
using QualityKit.Methods;

namespace QualityKit.Calibration;

/// <summary>One interaction of a report.</summary>
public sealed record RoundReport
{
    /// <summary>What was given.</summary>
    public required CalibrationRound Round { get; init; }

    /// <summary>Every evaluator against the benchmark, and the whole.</summary>
    public required SessionComparison Comparison { get; init; }

    /// <summary>Who was asked and has not finished.</summary>
    public ImmutableArray<string> Missing { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What an evaluator of average strictness would have given it (<see cref="CalibrationReport.Strictness"/>); null where evaluators cannot be compared. It has the digits of a double.</summary>
    public double? AdjustedScore { get; init; }

    /// <summary>The expert's total, or the mean of the benchmarks that evaluators were compared with; null without one.</summary>
    public Fraction? Benchmark => Round.Expert is { } expert
        ? expert.Total
        : CalibrationBenchmark.MeanOf([.. Comparison.Evaluators.Select(evaluator => evaluator.Benchmark).OfType<Fraction>()]);
}
