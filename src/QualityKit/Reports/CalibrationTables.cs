using System.Collections.Immutable;
using QualityKit.Calibration;
using QualityKit.Statistics;

namespace QualityKit.Reports;

/// <summary>The tables of a calibration report. Three of them are those that Genesys PureConnect has, with more columns: question group details, details, recording summary.</summary>
public static class CalibrationTables
{
    /// <summary>One row an evaluator: the verdict, the bias with its interval, what is needed, alignment, critical errors, leniency.</summary>
    public static ReportTable Evaluators(CalibrationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new TableMaker<EvaluatorReport>("calibration.evaluators")
            .Text("evaluator", row => row.Evaluator)
            .Count("sessions", row => row.Scored)
            .Count("missing", row => row.Missing)
            .Text("verdict", row => row.Scored == 0 ? null : row.Trend.Verdict.ToString())
            .Points("bias", row => row.Trend.Bias.Value)
            .Points("biasLower", row => row.Trend.Bias.Interval?.Lower)
            .Points("biasUpper", row => row.Trend.Bias.Interval?.Upper)
            .Count("sessionsNeeded", row => row.Scored == 0 ? null : row.Trend.SessionsNeeded)
            .Points("bestGuess", row => row.ShrunkenBias.Value)
            .Text("lean", row => row.Lean.ToString())
            .Points("withinTolerance", row => row.Trend.WithinTolerance)
            .Points("meanAbsoluteDeviation", row => row.Trend.MeanAbsoluteDeviation)
            .Number("rootMeanSquare", row => row.Trend.RootMeanSquare)
            .Points("alignment", row => row.Alignment)
            .Points("weightedAlignment", row => row.WeightedAlignment)
            .Count("notApplicableMismatches", row => row.NotApplicableMismatches)
            .Number("agreement", row => row.Agreement.Percent.Value)
            .Number("coefficient", row => row.Agreement.Face.Value)
            .Number("concordance", row => row.Concordance.Value)
            .Count("missedErrors", row => row.CriticalErrors?.Missed)
            .Count("overMarkedErrors", row => row.CriticalErrors?.OverMarked)
            .Points("leniency", row => row.Leniency.Value)
            .Points("leniencyError", row => row.Leniency.StandardError)
            .Count("driftSince", row => row.Drift.Since + 1)
            .Make(report.Evaluators);
    }

    /// <summary>One row a question, those with the least agreement first: which to reword, with the evidence.</summary>
    public static ReportTable Questions(CalibrationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new TableMaker<QuestionReport>("calibration.questions")
            .Text("question", row => row.Question.Key)
            .Text("group", row => row.Question.Group)
            .Count("answers", row => row.Answers)
            .Points("alignment", row => row.Alignment)
            .Points("meanDeviation", row => row.MeanDeviation)
            .Points("meanAbsoluteDeviation", row => row.MeanAbsoluteDeviation)
            .Count("notApplicableMismatches", row => row.NotApplicableMismatches)
            .Number("agreement", row => row.Agreement.Percent.Value)
            .Number("coefficient", row => row.Agreement.Face.Value)
            .Number("coefficientLower", row => row.Agreement.Face.Interval?.Lower)
            .Number("coefficientUpper", row => row.Agreement.Face.Interval?.Upper)
            .Make(report.Questions);
    }

    /// <summary>One row a coefficient: value, standard error, interval, status, and what it was made of.</summary>
    public static ReportTable Agreement(CalibrationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        AnswerAgreement answers = report.Answers;
        (string Name, Estimate Value)[] rows =
        [
            ("answers.percent", answers.Percent), ("answers.krippendorff", answers.Krippendorff), ("answers.gwet", answers.Gwet), ("answers.gwetWeighted", answers.Weighted),
            ("answers.fleiss", answers.Fleiss), ("answers.brennanPrediger", answers.BrennanPrediger), ("answers.conger", answers.Conger),
            ("totals.krippendorff", report.Totals), ("totals.icc", report.Reliability.Agreement), ("totals.iccAverage", report.Reliability.AgreementAverage),
            ("totals.iccConsistency", report.Reliability.Consistency), ("totals.kendall", report.Order.W),
        ];
        return new TableMaker<(string Name, Estimate Value)>("calibration.agreement")
            .Text("measure", row => row.Name)
            .Number("value", row => row.Value.Value)
            .Number("standardError", row => row.Value.StandardError)
            .Number("lower", row => row.Value.Interval?.Lower)
            .Number("upper", row => row.Value.Interval?.Upper)
            .Text("status", row => row.Value.Status.ToString())
            .Count("units", row => row.Value.Units)
            .Count("ratings", row => row.Value.Ratings)
            .Count("categories", row => row.Value.Categories)
            .Make(rows);
    }

    /// <summary>PureConnect's recording summary: one row an interaction and evaluator, with totals and the deviation.</summary>
    public static ReportTable RecordingSummary(CalibrationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new TableMaker<(RoundReport Round, EvaluatorComparison Own)>("calibration.recordingSummary")
            .Text("interaction", row => row.Round.Round.Interaction)
            .Text("evaluator", row => row.Own.Evaluator)
            .Points("score", row => row.Own.Total)
            .Points("benchmark", row => row.Own.Benchmark)
            .Points("deviation", row => row.Own.Deviation)
            .Points("relativeDeviation", row => row.Own.RelativeDeviation)
            .Points("comparableDeviation", row => row.Own.ComparableDeviation)
            .Flag("isWithinTolerance", row => row.Own.IsWithinTolerance)
            .Points("alignment", row => row.Own.Alignment)
            .Points("meanScore", row => row.Round.Comparison.MeanScore)
            .Points("range", row => row.Round.Comparison.Range)
            .Number("deviationOfDeviations", row => row.Round.Comparison.StandardDeviation)
            .Points("adjustedScore", row => row.Round.AdjustedScore)
            .Make(Pairs(report));
    }

    /// <summary>PureConnect's question group details: one row an interaction, evaluator and group.</summary>
    public static ReportTable QuestionGroupDetails(CalibrationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new TableMaker<(RoundReport Round, EvaluatorComparison Own, string Group)>("calibration.questionGroupDetails")
            .Text("interaction", row => row.Round.Round.Interaction)
            .Text("evaluator", row => row.Own.Evaluator)
            .Text("group", row => row.Group)
            .Points("score", row => SheetOf(row.Round, row.Own.Evaluator).Groups.GetValueOrDefault(row.Group))
            .Points("deviation", row => row.Own.Groups.GetValueOrDefault(row.Group))
            .Make(Pairs(report).SelectMany(pair => report.Form.Groups.Select(group => (pair.Round, pair.Own, group))));
    }

    /// <summary>PureConnect's details: one row an interaction, evaluator and question. Without a score is N/A.</summary>
    public static ReportTable Details(CalibrationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new TableMaker<(RoundReport Round, EvaluatorComparison Own, CalibrationQuestion Question, int At)>("calibration.details")
            .Text("interaction", row => row.Round.Round.Interaction)
            .Text("evaluator", row => row.Own.Evaluator)
            .Text("group", row => row.Question.Group)
            .Text("question", row => row.Question.Key)
            .Points("score", row => SheetOf(row.Round, row.Own.Evaluator).Questions[row.At])
            .Points("deviation", row => row.Own.Questions[row.At])
            .Make(Pairs(report).SelectMany(pair => report.Form.Questions.Select((question, at) => (pair.Round, pair.Own, question, at))));
    }

    /// <summary>What all agreed on: one row an interaction and question, beside what the expert had given. Without a score is N/A.</summary>
    public static ReportTable Resolved(SessionReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new TableMaker<ResolvedComparison>("calibration.resolved")
            .Text("interaction", row => row.Resolved.Interaction.Value)
            .Text("question", row => row.Resolved.Question)
            .Points("resolvedScore", row => row.Score)
            .Points("expertScore", row => row.Expert)
            .Flag("expertAgrees", row => row.ExpertAgrees)
            .Count("agreeing", row => row.Agreeing)
            .Count("evaluators", row => row.Evaluators)
            .Text("reason", row => row.Reason)
            .Make(report.Resolved);
    }

    /// <summary>One row an evaluator over all sessions of a period: the verdict, the bias with its interval, what is needed, drift.</summary>
    public static ReportTable Standings(CalibrationOverview overview)
    {
        ArgumentNullException.ThrowIfNull(overview);
        return new TableMaker<EvaluatorStanding>("calibration.standings")
            .Text("evaluator", row => row.Evaluator)
            .Count("calibrations", row => row.Sessions)
            .Count("sessions", row => row.Scored)
            .Count("missing", row => row.Missing)
            .Text("verdict", row => row.Scored == 0 ? null : row.Trend.Verdict.ToString())
            .Points("bias", row => row.Trend.Bias.Value)
            .Points("biasLower", row => row.Trend.Bias.Interval?.Lower)
            .Points("biasUpper", row => row.Trend.Bias.Interval?.Upper)
            .Count("sessionsNeeded", row => row.Scored == 0 ? null : row.Trend.SessionsNeeded)
            .Points("withinTolerance", row => row.Trend.WithinTolerance)
            .Points("meanAbsoluteDeviation", row => row.Trend.MeanAbsoluteDeviation)
            .Count("driftSince", row => row.Drift.Since + 1)
            .Make(overview.Evaluators);
    }

    /// <summary>All tables of a report, in the order of this page.</summary>
    public static ImmutableArray<ReportTable> All(CalibrationReport report) =>
        [Evaluators(report), Questions(report), Agreement(report), RecordingSummary(report), QuestionGroupDetails(report), Details(report)];

    /// <summary>All tables of a session: those of its report, and what all agreed on.</summary>
    public static ImmutableArray<ReportTable> All(SessionReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [.. All(report.Report), Resolved(report)];
    }

    private static ImmutableArray<(RoundReport Round, EvaluatorComparison Own)> Pairs(CalibrationReport report) =>
        [.. report.Rounds.SelectMany(round => round.Comparison.Evaluators.Select(own => (round, own)))];

    private static CalibrationSheet SheetOf(RoundReport round, string evaluator) => round.Round.Sheets.First(sheet => sheet.Evaluator == evaluator);
}
