using System.Text.Json;
using QualityKit.Calibration;
using QualityKit.CaseRunner.Json;
using QualityKit.Methods;
using QualityKit.Statistics;

namespace QualityKit.CaseRunner.Statistics;

/// <summary>Calibration of evaluators.</summary>
internal static class CalibrationCases
{
    public static Comparison Session(Case published, Setting setting)
    {
        CalibrationForm form = Form(published);
        Fraction tolerance = published.Input.RequiredDecimal("tolerance");
        CalibrationBenchmark expert = CalibrationBenchmark.Expert(Sheet(form, published.Input.RequiredMember("benchmark")));
        List<CalibrationSheet> sheets = [.. published.Input.RequiredMember("evaluators").ToList().Select(element => Sheet(form, element))];
        SessionComparison points = CalibrationMath.Compare(form, sheets, expert, CalibrationTolerance.Points(tolerance));
        SessionComparison relative = CalibrationMath.Compare(form, sheets, expert, CalibrationTolerance.Relative(tolerance));
        return new StatisticResults
        {
            ["evaluators"] = points.Evaluators.Zip(relative.Evaluators).ToDictionary(pair => pair.First.Evaluator, pair => (object?)Evaluator(form, pair.First, pair.Second)),
            ["questions"] = points.Questions.ToDictionary(question => question.Key, question => (object?)Question(question, sheets.Count)),
            ["session"] = Whole(points),
        }.Compare(published);
    }

    public static Comparison Consensus(Case published, Setting setting)
    {
        CalibrationForm form = Form(published);
        List<CalibrationSheet> sheets = [.. published.Input.RequiredMember("evaluators").ToList().Select(element => Sheet(form, element))];
        SessionComparison mean = CalibrationMath.Compare(form, sheets, CalibrationBenchmark.Mean);
        SessionComparison median = CalibrationMath.Compare(form, sheets, CalibrationBenchmark.Median);
        return new StatisticResults
        {
            ["meanConsensus"] = Number(mean.MeanScore),
            ["medianConsensus"] = Number(median.MedianScore),
            ["deviationFromMean"] = Deviations(mean),
            ["deviationFromMedian"] = Deviations(median),
            ["deviationLeaveOneOut"] = Deviations(CalibrationMath.Compare(form, sheets, CalibrationBenchmark.LeaveOneOutMean)),
            ["sampleVariance"] = Number(mean.VarianceOfDeviations),
        }.Compare(published);
    }

    public static Comparison Tolerance(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "pairs", "tolerance");
        CalibrationTolerance tolerance = CalibrationTolerance.Points(published.Input.RequiredDecimal("tolerance"));
        (Fraction Own, Fraction Benchmark)[] pairs = [.. published.Input.RequiredMember("pairs").ToList()
            .Select(pair => ((Fraction)pair.ToList()[0].ToDecimal(), (Fraction)pair.ToList()[1].ToDecimal()))];
        return new StatisticResults
        {
            ["deviation"] = pairs.Select(pair => Number(pair.Own - pair.Benchmark)),
            ["within"] = pairs.Select(pair => tolerance.Allows(pair.Own, pair.Benchmark)),
        }.Compare(published);
    }

    public static Comparison Trend(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "benchmark", "evaluator", "tolerance");
        Fraction[] deviations = [.. published.Input.RequiredMember("evaluator").ToList()
            .Zip(published.Input.RequiredMember("benchmark").ToList(), (own, benchmark) => (Fraction)(own.ToDecimal() - benchmark.ToDecimal()))];
        EvaluatorTrend trend = EvaluatorTrend.Of(deviations, published.Input.RequiredDecimal("tolerance"));
        return new StatisticResults
        {
            ["deviations"] = deviations.Select(deviation => deviation.ToDouble()),
            ["bias"] = trend.Bias.Value,
            ["sd"] = trend.Limits.StandardDeviation,
            ["biasLower95"] = trend.Bias.Interval?.Lower,
            ["biasUpper95"] = trend.Bias.Interval?.Upper,
            ["t"] = trend.T,
            ["pValue"] = trend.PValue,
            ["meanAbsoluteDeviation"] = Number(trend.MeanAbsoluteDeviation),
            ["rms"] = trend.RootMeanSquare,
            ["lowerLimitOfAgreement"] = trend.Limits.Lower.Value,
            ["upperLimitOfAgreement"] = trend.Limits.Upper.Value,
            ["lower90"] = trend.Interval90?.Lower,
            ["upper90"] = trend.Interval90?.Upper,
            ["tostP"] = trend.EquivalencePValue,
            ["withinTolerancePercent"] = Number(trend.WithinTolerance),
        }.Compare(published);
    }

    public static Comparison CriticalErrors(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "truePositive", "falsePositive", "falseNegative", "trueNegative");
        var errors = new CriticalErrors
        {
            Found = (long)published.Input.RequiredDecimal("truePositive"),
            OverMarked = (long)published.Input.RequiredDecimal("falsePositive"),
            Missed = (long)published.Input.RequiredDecimal("falseNegative"),
            Clean = (long)published.Input.RequiredDecimal("trueNegative"),
        };
        return new StatisticResults
        {
            ["sensitivity"] = errors.Sensitivity,
            ["specificity"] = errors.Specificity,
            ["precision"] = errors.Precision,
            ["f1"] = errors.F1,
            ["agreement"] = errors.Agreement.Value,
            ["missRate"] = errors.MissRate,
            ["overMarkRate"] = errors.OverMarkRate,
            ["cohenKappa"] = errors.Kappa.Value,
            ["gwetAc1"] = errors.GwetAc1.Value,
            ["pabak"] = errors.Pabak.Value,
            ["balancedAccuracy"] = errors.BalancedAccuracy,
            ["mcc"] = errors.Correlation,
        }.AddStatus(errors.Kappa.Status).Compare(published);
    }

    public static Comparison McNemar(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "b", "c");
        McNemarTest test = McNemarTest.Of((long)published.Input.RequiredDecimal("b"), (long)published.Input.RequiredDecimal("c"));
        return new StatisticResults
        {
            ["chiSquare"] = test.ChiSquare,
            ["chiSquareCorrected"] = test.Corrected,
            ["exactP"] = test.PValue,
        }.AddStatus(test.Status).Compare(published);
    }

    private static CalibrationForm Form(Case published)
    {
        published.Input.OnlyHas("input", "questions", "benchmark", "evaluators", "tolerance");
        return CalibrationForm.Of(published.Input.RequiredMember("questions").ToList().Select(question => new CalibrationQuestion
        {
            Key = question.RequiredMember("id").ToText(),
            Group = question.RequiredMember("group").ToText(),
            Weight = question.RequiredDecimal("weight"),
            Maximum = question.RequiredDecimal("max"),
        }));
    }

    private static CalibrationSheet Sheet(CalibrationForm form, JsonElement element) => form.Sheet(
        element.RequiredMember("id").ToText(),
        [.. element.RequiredMember("points").ToList().Select(points => points.ValueKind == JsonValueKind.Null ? (Fraction?)null : points.ToDecimal())]);

    private static Dictionary<string, object?> Evaluator(CalibrationForm form, EvaluatorComparison points, EvaluatorComparison relative) => new()
    {
        ["total"] = Number(points.Total),
        ["totalDeviation"] = Number(points.Deviation),
        ["absoluteDeviation"] = Number(points.AbsoluteDeviation),
        ["relativeDeviationPercent"] = Number(points.RelativeDeviation),
        ["groupDeviation"] = points.Groups.ToDictionary(group => group.Key, group => (object?)Number(group.Value)),
        ["questionDeviation"] = form.Questions.Zip(points.Questions).ToDictionary(pair => pair.First.Key, pair => (object?)Number(pair.Second)),
        ["agreements"] = points.Agreements,
        ["alignmentPercent"] = Number(points.Alignment),
        ["weightedAlignmentPercent"] = Number(points.WeightedAlignment),
        ["naMismatches"] = points.NotApplicableMismatches,
        ["comparableDeviation"] = Number(points.ComparableDeviation),
        ["withinTolerancePoints"] = points.IsWithinTolerance,
        ["withinToleranceRelative"] = relative.IsWithinTolerance,
    };

    private static Dictionary<string, object?> Question(QuestionComparison question, int evaluators) => new()
    {
        ["alignmentPercent"] = Number(question.Alignment),
        ["meanDeviation"] = Number(question.MeanDeviation),
        ["meanAbsoluteDeviation"] = Number(question.MeanAbsoluteDeviation),
        ["compared"] = question.Scored,
        ["naMismatches"] = question.NotApplicableMismatches,
        ["evaluators"] = evaluators,
    };

    private static Dictionary<string, object?> Whole(SessionComparison session) => new()
    {
        ["benchmark"] = Number(session.Evaluators[0].Benchmark),
        ["meanDeviation"] = Number(session.MeanDeviation),
        ["meanAbsoluteDeviation"] = Number(session.MeanAbsoluteDeviation),
        ["rootMeanSquareDeviation"] = session.RootMeanSquareDeviation,
        ["varianceOfDeviations"] = Number(session.VarianceOfDeviations),
        ["standardDeviationOfDeviations"] = session.StandardDeviation,
        ["populationVariance"] = Number(session.PopulationVariance),
        ["maxAbsoluteDeviation"] = Number(session.LargestAbsoluteDeviation),
        ["range"] = Number(session.Range),
        ["meanScore"] = Number(session.MeanScore),
        ["medianScore"] = Number(session.MedianScore),
        ["withinTolerancePercent"] = Number(session.WithinTolerance),
        ["alignmentPercent"] = Number(session.Alignment),
    };

    private static Dictionary<string, object?> Deviations(SessionComparison session) =>
        session.Evaluators.ToDictionary(evaluator => evaluator.Evaluator, evaluator => (object?)Number(evaluator.Deviation));

    private static double? Number(Fraction? value) => value?.ToDouble();
}
