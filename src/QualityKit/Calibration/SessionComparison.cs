using System.Collections.Immutable;
using QualityKit.Methods;

namespace QualityKit.Calibration;

/// <summary>A session: every evaluator against the benchmark, every question, and the whole.</summary>
public sealed record SessionComparison
{
    /// <summary>The evaluators, in the order given.</summary>
    public ImmutableArray<EvaluatorComparison> Evaluators { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The questions, in the order of the form.</summary>
    public ImmutableArray<QuestionComparison> Questions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The questions that evaluators disagree on, those with the least agreement first, then those furthest apart: which to reword.</summary>
    public ImmutableArray<QuestionComparison> ByDisagreement =>
    [
        .. Questions.Where(question => question.Alignment < 100)
            .OrderBy(question => question.Alignment)
            .ThenByDescending(question => question.MeanAbsoluteDeviation ?? Fraction.Zero),
    ];

    /// <summary>The mean of the totals.</summary>
    public Fraction? MeanScore => CalibrationBenchmark.MeanOf(Totals);

    /// <summary>The median of the totals.</summary>
    public Fraction? MedianScore => CalibrationBenchmark.MedianOf(Totals);

    /// <summary>The highest total less the lowest.</summary>
    public Fraction? Range => Totals.IsEmpty ? null : Totals.Max() - Totals.Min();

    /// <summary>The mean deviation: the bias of the session.</summary>
    public Fraction? MeanDeviation => CalibrationBenchmark.MeanOf(Deviations);

    /// <summary>The mean deviation without signs.</summary>
    public Fraction? MeanAbsoluteDeviation => CalibrationBenchmark.MeanOf([.. Deviations.Select(CalibrationTolerance.Magnitude)]);

    /// <summary>The largest deviation without its sign.</summary>
    public Fraction? LargestAbsoluteDeviation => Deviations.IsEmpty ? null : Deviations.Max(CalibrationTolerance.Magnitude);

    /// <summary>The sample variance of the deviations, over n - 1; null for fewer than two. A difference is never called a variance.</summary>
    public Fraction? VarianceOfDeviations => Deviations.Length < 2 ? null : PopulationVariance * Deviations.Length / (Deviations.Length - 1);

    /// <summary>The variance of the deviations over n.</summary>
    public Fraction? PopulationVariance => MeanSquare - (MeanDeviation * MeanDeviation);

    /// <summary>The root of the sample variance.</summary>
    public double? StandardDeviation => Root(VarianceOfDeviations);

    /// <summary>The root of the mean squared deviation; its square is that of the bias and the population variance.</summary>
    public double? RootMeanSquareDeviation => Root(MeanSquare);

    /// <summary>The evaluators within the tolerance, in percent of those with a deviation.</summary>
    public Fraction? WithinTolerance => Deviations.IsEmpty ? null : (Fraction)100 * Evaluators.Count(evaluator => evaluator.IsWithinTolerance == true) / Deviations.Length;

    /// <summary>The answers that agree, in percent of all answers of all evaluators.</summary>
    public Fraction? Alignment => Evaluators.IsEmpty || Questions.IsEmpty
        ? null
        : (Fraction)100 * Evaluators.Sum(evaluator => evaluator.Agreements) / (Evaluators.Length * Questions.Length);

    private ImmutableArray<Fraction> Totals => [.. Evaluators.Select(evaluator => evaluator.Total).OfType<Fraction>()];

    private ImmutableArray<Fraction> Deviations => [.. Evaluators.Select(evaluator => evaluator.Deviation).OfType<Fraction>()];

    private Fraction? MeanSquare => CalibrationBenchmark.MeanOf([.. Deviations.Select(deviation => deviation * deviation)]);

    private static double? Root(Fraction? value) => value is { } known ? Math.Sqrt(known.ToDouble()) : null;
}
