using System.Collections.Immutable;
using QualityKit.Methods;
using QualityKit.Statistics;

namespace QualityKit.Calibration;

/// <summary>Makes one report.</summary>
internal sealed class ReportMaker
{
    private readonly CalibrationForm _form;
    private readonly CalibrationTolerance _tolerance;
    private readonly ImmutableArray<CalibrationRound> _rounds;
    private readonly ImmutableArray<SessionComparison> _comparisons;
    private readonly ImmutableArray<ImmutableArray<CalibrationSheet>> _benchmarks;
    private readonly ImmutableArray<string> _evaluators;

    public ReportMaker(CalibrationForm form, ImmutableArray<CalibrationRound> rounds, CalibrationBenchmark consensus, CalibrationTolerance tolerance)
    {
        Guard(rounds);
        (_form, _tolerance, _rounds) = (form, tolerance, rounds);
        _comparisons = [.. rounds.Select(round => CalibrationMath.Compare(form, round.Sheets, BenchmarkOf(round), tolerance))];
        _benchmarks = [.. rounds.Select(round => round.Sheets.Select((_, at) => BenchmarkOf(round).SheetFor(form, round.Sheets, at)).ToImmutableArray())];
        _evaluators = [.. rounds.SelectMany(round => round.Sheets.Select(sheet => sheet.Evaluator).Concat(round.Invited)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        CalibrationBenchmark BenchmarkOf(CalibrationRound round) => round.Expert is { } expert ? CalibrationBenchmark.Expert(expert) : consensus;
    }

    public CalibrationReport Make()
    {
        Ratings totals = AnswerAgreement.RatingsOf(_rounds.Select(round => OfAll(round, sheet => sheet.Total)));
        AdditiveModel strictness = AdditiveModel.Of(totals);
        var report = new CalibrationReport(_form, _tolerance)
        {
            Rounds = [.. _rounds.Select((round, at) => new RoundReport
            {
                Round = round,
                Comparison = _comparisons[at],
                Missing = [.. round.Invited.Except(round.Sheets.Select(sheet => sheet.Evaluator), StringComparer.Ordinal)],
                AdjustedScore = strictness.Status == EstimateStatus.Ok ? strictness.AdjustedScores[at] : null,
            })],
            Evaluators = Evaluators(strictness),
            Questions = [.. Enumerable.Range(0, _form.Questions.Length).Select(Question)
                .OrderBy(question => question.Alignment ?? 100).ThenByDescending(question => question.MeanAbsoluteDeviation ?? Fraction.Zero)],
            Answers = AnswerAgreement.Of(_rounds.SelectMany(round => _form.Questions.Select((_, i) => OfAll(round, sheet => sheet.Questions[i])))),
            Totals = Agreement.Krippendorff(totals.ToCounts(), AlphaMetric.Interval),
            Reliability = IntraclassCorrelation.Of(totals),
            Order = RankConcordance.Of(totals),
            Strictness = strictness,
        };
        return report with { Headlines = ReportWords.Headlines(report) };
    }

    private static void Guard(ImmutableArray<CalibrationRound> rounds)
    {
        if (rounds.GroupBy(round => round.Interaction, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"the interaction `{twice.Key}` is there twice", nameof(rounds));
        }

        foreach (CalibrationRound round in rounds)
        {
            if (round.Sheets.GroupBy(sheet => sheet.Evaluator, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } two)
            {
                throw new ArgumentException($"`{two.Key}` has two sheets of `{round.Interaction}`", nameof(rounds));
            }
        }
    }

    // One score an evaluator, in their order; null for those without a sheet.
    private ImmutableArray<Fraction?> OfAll(CalibrationRound round, Func<CalibrationSheet, Fraction?> score) =>
        [.. _evaluators.Select(evaluator => round.Sheets.FirstOrDefault(sheet => sheet.Evaluator == evaluator) is { } sheet ? score(sheet) : null)];

    private ImmutableArray<EvaluatorReport> Evaluators(AdditiveModel strictness)
    {
        ImmutableArray<EvaluatorSheets> all = [.. _evaluators.Select(SheetsOf)];
        NormalShrinkage shrinkage = NormalShrinkage.Of([.. all.Select(sheets => SampleMean.Of([.. sheets.Distances(_tolerance).Select(distance => distance.ToDouble())]))]);
        return [.. all.Select((sheets, at) => One(sheets, shrinkage.Shrunken[at], strictness.Status == EstimateStatus.Ok ? strictness.Leniency[at] : Estimate.None(strictness.Status, default)))];
    }

    private EvaluatorSheets SheetsOf(string evaluator)
    {
        var sheets = ImmutableArray.CreateBuilder<(CalibrationSheet, CalibrationSheet, EvaluatorComparison)>();
        int missing = 0;
        for (int at = 0; at < _rounds.Length; at++)
        {
            int place = _rounds[at].Sheets.Select(sheet => sheet.Evaluator).ToImmutableArray().IndexOf(evaluator);
            if (place >= 0)
            {
                sheets.Add((_rounds[at].Sheets[place], _benchmarks[at][place], _comparisons[at].Evaluators[place]));
            }
            else if (_rounds[at].Invited.Contains(evaluator))
            {
                missing++;
            }
        }

        return new EvaluatorSheets(_form, evaluator, sheets.ToImmutable(), missing);
    }

    private EvaluatorReport One(EvaluatorSheets sheets, Estimate shrunken, Estimate leniency)
    {
        ImmutableArray<Fraction> distances = sheets.Distances(_tolerance);
        var report = new EvaluatorReport
        {
            Evaluator = sheets.Evaluator,
            Scored = sheets.Count,
            Missing = sheets.Missing,
            Trend = EvaluatorTrend.Of(distances, _tolerance.Amount),
            ShrunkenBias = shrunken,
            Leniency = leniency,
            Alignment = sheets.Alignment,
            WeightedAlignment = sheets.WeightedAlignment,
            NotApplicableMismatches = sheets.NotApplicableMismatches,
            Agreement = sheets.Agreement(),
            Concordance = sheets.Concordance(),
            CriticalErrors = sheets.CriticalErrors(),
            Misses = sheets.Misses(),
            Drift = EvaluatorDrift.Of([.. distances.Select(distance => distance.ToDouble())]),
        };
        return report with { Today = ReportWords.Today(report, _tolerance) };
    }

    private QuestionReport Question(int at)
    {
        ImmutableArray<(Fraction? Own, Fraction? Benchmark)> answers =
            [.. _rounds.SelectMany((round, i) => round.Sheets.Select((sheet, place) => (sheet.Questions[at], _benchmarks[i][place].Questions[at])))];
        QuestionComparison whole = CalibrationMath.Question(_form.Questions[at].Key, answers);
        return new QuestionReport
        {
            Question = _form.Questions[at],
            Alignment = whole.Alignment,
            MeanDeviation = whole.MeanDeviation,
            MeanAbsoluteDeviation = whole.MeanAbsoluteDeviation,
            Answers = answers.Length,
            NotApplicableMismatches = whole.NotApplicableMismatches,
            Agreement = AnswerAgreement.Of(_rounds.Select(round => OfAll(round, sheet => sheet.Questions[at]))),
        };
    }
}
