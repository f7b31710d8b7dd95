using System.Collections.Immutable;
using QualityKit.Methods;
using QualityKit.Statistics;

namespace QualityKit.Calibration;

/// <summary>An evaluator's sheets beside their benchmarks.</summary>
internal sealed class EvaluatorSheets(
    CalibrationForm form, string evaluator, ImmutableArray<(CalibrationSheet Own, CalibrationSheet Benchmark, EvaluatorComparison Comparison)> sheets, int missing)
{
    public string Evaluator => evaluator;

    public int Missing => missing;

    public int Count => sheets.Length;

    public int NotApplicableMismatches => sheets.Sum(sheet => sheet.Comparison.NotApplicableMismatches);

    public Fraction? Alignment => sheets.IsEmpty ? null : (Fraction)100 * sheets.Sum(sheet => sheet.Comparison.Agreements) / (sheets.Length * form.Questions.Length);

    public Fraction? WeightedAlignment => CalibrationBenchmark.MeanOf([.. sheets.Select(sheet => sheet.Comparison.WeightedAlignment).OfType<Fraction>()]);

    public ImmutableArray<Fraction> Distances(CalibrationTolerance tolerance) =>
        [.. sheets.Select(sheet => sheet is { Own.Total: { } own, Benchmark.Total: { } benchmark } ? tolerance.Distance(own, benchmark) : null).OfType<Fraction>()];

    public AnswerAgreement Agreement() =>
        AnswerAgreement.Of(sheets.SelectMany(sheet => sheet.Own.Questions.Select((own, i) => (ImmutableArray<Fraction?>)[own, sheet.Benchmark.Questions[i]])));

    public Estimate Concordance()
    {
        (double Own, double Benchmark)[] totals =
            [.. sheets.Where(sheet => sheet.Own.Total is not null && sheet.Benchmark.Total is not null).Select(sheet => (sheet.Own.Total!.Value.ToDouble(), sheet.Benchmark.Total!.Value.ToDouble()))];
        return PairedScores.Of([.. totals.Select(pair => pair.Own)], [.. totals.Select(pair => pair.Benchmark)]).Concordance();
    }

    // A mark is a critical question with less than its most points. One that either says N/A to is no mark to compare.
    public CriticalErrors? CriticalErrors()
    {
        int[] critical = [.. Enumerable.Range(0, form.Questions.Length).Where(i => form.Questions[i].IsCritical)];
        if (critical.Length == 0)
        {
            return null;
        }

        (bool Own, bool Benchmark)[] marks =
        [
            .. sheets.SelectMany(sheet => critical.Select(i => (Own: sheet.Own.Questions[i], Benchmark: sheet.Benchmark.Questions[i])))
                .Where(pair => pair.Own is not null && pair.Benchmark is not null)
                .Select(pair => (pair.Own < 100, pair.Benchmark < 100)),
        ];
        return new CriticalErrors
        {
            Found = marks.Count(mark => mark is (true, true)),
            OverMarked = marks.Count(mark => mark is (true, false)),
            Missed = marks.Count(mark => mark is (false, true)),
            Clean = marks.Count(mark => mark is (false, false)),
        };
    }

    public ImmutableArray<QuestionMiss> Misses() =>
    [
        .. form.Questions.Select(Miss).Where(miss => miss.Different > 0)
            .OrderByDescending(miss => miss.Different)
            .ThenByDescending(miss => miss.MeanDeviation is { } mean ? CalibrationTolerance.Magnitude(mean) : Fraction.Zero),
    ];

    private QuestionMiss Miss(CalibrationQuestion question, int at) => new()
    {
        Key = question.Key,
        Different = sheets.Count(sheet => sheet.Own.Questions[at] != sheet.Benchmark.Questions[at]),
        Compared = sheets.Length,
        MeanDeviation = CalibrationBenchmark.MeanOf([.. sheets.Select(sheet => sheet.Comparison.Questions[at]).OfType<Fraction>()]),
    };
}
