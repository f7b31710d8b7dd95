using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Statistics;

namespace QualityKit.Calibration;

/// <summary>What a report says in words.</summary>
internal static class ReportWords
{
    private const int MostQuestions = 3;

    public static ImmutableArray<CalibrationStatement> Today(EvaluatorReport report, CalibrationTolerance tolerance)
    {
        string unit = tolerance.IsRelative ? "%" : "";
        var said = ImmutableArray.CreateBuilder<CalibrationStatement>();
        if (report.Missing > 0)
        {
            said.Add(CalibrationStatement.Of(CalibrationCodes.Missing, ("count", report.Missing), ("of", report.Missing + report.Scored)));
        }

        if (report.Scored == 0)
        {
            return said.ToImmutable();
        }

        said.Insert(0, Verdict(report.Trend, tolerance, unit));
        said.Add(Lean(report, unit));
        said.AddRange(report.Misses.Take(MostQuestions).Select(miss => CalibrationStatement.Of(CalibrationCodes.WorstQuestion, ("question", miss.Key), ("different", miss.Different), ("compared", miss.Compared))));
        if (report.CriticalErrors is { Missed: > 0 } missed)
        {
            said.Add(CalibrationStatement.Of(CalibrationCodes.Missed, ("missed", missed.Missed), ("errors", missed.Missed + missed.Found)));
        }

        if (report.CriticalErrors is { OverMarked: > 0 } marked)
        {
            said.Add(CalibrationStatement.Of(CalibrationCodes.OverMarked, ("marked", marked.OverMarked), ("clean", marked.OverMarked + marked.Clean)));
        }

        if (report.Drift.Since is { } since)
        {
            said.Add(CalibrationStatement.Of(CalibrationCodes.Drift, ("session", since + 1)));
        }

        return said.ToImmutable();
    }

    public static ImmutableArray<CalibrationStatement> Headlines(CalibrationReport report)
    {
        var said = ImmutableArray.CreateBuilder<CalibrationStatement>();
        said.Add((report.Answers.Percent.Value, report.Answers.Face.Value) switch
        {
            (null, _) => CalibrationStatement.Of(CalibrationCodes.NothingCompared),
            // Where there are two different answers, a coefficient has a value.
            (_, null) => CalibrationStatement.Of(CalibrationCodes.AgreementAlone, ("percent", 100m)),
            ({ } percent, { } face) => CalibrationStatement.Of(CalibrationCodes.Agreement, ("percent", Rounded(100 * percent)), ("coefficient", Name(report.Answers)), ("value", Rounded(face, 2))),
        });
        if (report.Questions.FirstOrDefault(question => question.Alignment < 100) is { } worst)
        {
            said.Add(CalibrationStatement.Of(CalibrationCodes.Reword, ("question", worst.Question.Key), ("percent", worst.Alignment!.Value.ToString(0))));
        }

        if (report.Strictness.Status == EstimateStatus.Disconnected)
        {
            said.Add(CalibrationStatement.Of(CalibrationCodes.Disconnected, ("parts", report.Strictness.Components.Length)));
        }

        return said.ToImmutable();
    }

    private static CalibrationStatement Verdict(EvaluatorTrend trend, CalibrationTolerance tolerance, string unit) => trend switch
    {
        { Verdict: CalibrationVerdict.InCalibration } => CalibrationStatement.Of(CalibrationCodes.InCalibration, ("bias", Signed(trend.Bias.Value!.Value) + unit), ("tolerance", tolerance.Amount.ToString(1) + unit), ("sessions", trend.Sessions)),
        { Verdict: CalibrationVerdict.OutOfCalibration } => CalibrationStatement.Of(CalibrationCodes.OutOfCalibration, ("bias", Signed(trend.Bias.Value!.Value) + unit), ("tolerance", tolerance.Amount.ToString(1) + unit), ("sessions", trend.Sessions)),
        { SessionsNeeded: { } needed } => CalibrationStatement.Of(CalibrationCodes.Inconclusive, ("sessions", trend.Sessions), ("needed", needed)),
        _ => CalibrationStatement.Of(CalibrationCodes.InconclusiveOpenEnd, ("sessions", trend.Sessions)),
    };

    private static CalibrationStatement Lean(EvaluatorReport report, string unit)
    {
        double? bias = report.ShrunkenBias.Value ?? report.Trend.Bias.Value;
        string code = report.Lean switch
        {
            EvaluatorLean.Lenient => CalibrationCodes.Lenient,
            EvaluatorLean.Strict => CalibrationCodes.Strict,
            _ => CalibrationCodes.NoLean,
        };
        return CalibrationStatement.Of(code, ("points", bias is { } value ? Signed(value) + unit : "?"));
    }

    private static string Name(AnswerAgreement answers) => ReferenceEquals(answers.Face, answers.Krippendorff) ? "alpha" : "AC1";

    private static string Signed(double value) => value.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    private static decimal Rounded(double value, int digits = 0) => decimal.Round((decimal)value, digits, MidpointRounding.AwayFromZero);
}
