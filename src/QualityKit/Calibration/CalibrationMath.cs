using System.Collections.Immutable;
using QualityKit.Methods;

namespace QualityKit.Calibration;

/// <summary>The mathematics of calibration: evaluators against a benchmark, in exact fractions.</summary>
public static class CalibrationMath
{
    /// <summary>Compares every evaluator with the benchmark.</summary>
    /// <param name="form">The questions.</param>
    /// <param name="sheets">What evaluators gave, each with a score or N/A for every question. Those who did not finish are left out.</param>
    /// <param name="benchmark">What they are compared with; null: the median of all.</param>
    /// <param name="tolerance">How far apart is close enough; null: 5 points.</param>
    /// <exception cref="ArgumentException">A sheet has another number of questions than the form.</exception>
    public static SessionComparison Compare(
        CalibrationForm form,
        IEnumerable<CalibrationSheet> sheets,
        CalibrationBenchmark? benchmark = null,
        CalibrationTolerance? tolerance = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(sheets);
        ImmutableArray<CalibrationSheet> all = [.. sheets];
        Fit(form, all);
        ImmutableArray<CalibrationSheet> benchmarks = [.. all.Select((_, at) => (benchmark ?? CalibrationBenchmark.Median).SheetFor(form, all, at))];
        Fit(form, benchmarks);
        return new SessionComparison
        {
            Evaluators = [.. all.Select((sheet, at) => Compare(form, sheet, benchmarks[at], tolerance ?? CalibrationTolerance.Points(5)))],
            Questions = [.. form.Questions.Select((question, i) => Question(question.Key, [.. all.Select((sheet, at) => (sheet.Questions[i], benchmarks[at].Questions[i]))]))],
        };
    }

    private static void Fit(CalibrationForm form, ImmutableArray<CalibrationSheet> sheets)
    {
        foreach (CalibrationSheet sheet in sheets)
        {
            if (sheet.Questions.Length != form.Questions.Length)
            {
                throw new ArgumentException($"the sheet of `{sheet.Evaluator}` has {sheet.Questions.Length} questions, and the form {form.Questions.Length}", nameof(sheets));
            }
        }
    }

    private static EvaluatorComparison Compare(CalibrationForm form, CalibrationSheet sheet, CalibrationSheet benchmark, CalibrationTolerance tolerance)
    {
        ImmutableArray<Fraction?> deviations = [.. sheet.Questions.Zip(benchmark.Questions, (own, other) => own - other)];
        ImmutableArray<bool> agree = [.. sheet.Questions.Zip(benchmark.Questions, (own, other) => own == other)];
        return new EvaluatorComparison
        {
            Evaluator = sheet.Evaluator,
            Total = sheet.Total,
            Benchmark = benchmark.Total,
            IsWithinTolerance = sheet.Total is { } own && benchmark.Total is { } other ? tolerance.Allows(own, other) : null,
            Groups = form.Groups.ToImmutableDictionary(
                group => group, group => sheet.Groups.GetValueOrDefault(group) - benchmark.Groups.GetValueOrDefault(group), StringComparer.Ordinal),
            Questions = deviations,
            Agreements = agree.Count(same => same),
            Alignment = (Fraction)100 * agree.Count(same => same) / agree.Length,
            WeightedAlignment = form.WeightedMean([.. agree.Select(same => (Fraction?)(same ? 100 : 0))], _ => true),
            NotApplicableMismatches = sheet.Questions.Zip(benchmark.Questions).Count(pair => IsMismatch(pair.First, pair.Second)),
            ComparableDeviation = form.WeightedMean(deviations, _ => true),
        };
    }

    internal static QuestionComparison Question(string key, ImmutableArray<(Fraction? Own, Fraction? Benchmark)> answers)
    {
        ImmutableArray<Fraction> deviations = [.. answers.Select(answer => answer.Own - answer.Benchmark).OfType<Fraction>()];
        return new QuestionComparison
        {
            Key = key,
            Alignment = answers.IsEmpty ? null : (Fraction)100 * answers.Count(answer => answer.Own == answer.Benchmark) / answers.Length,
            MeanDeviation = CalibrationBenchmark.MeanOf(deviations),
            MeanAbsoluteDeviation = CalibrationBenchmark.MeanOf([.. deviations.Select(CalibrationTolerance.Magnitude)]),
            Scored = deviations.Length,
            NotApplicableMismatches = answers.Count(answer => IsMismatch(answer.Own, answer.Benchmark)),
        };
    }

    private static bool IsMismatch(Fraction? own, Fraction? benchmark) => own is null != benchmark is null;
}
