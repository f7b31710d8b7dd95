using System.Collections.Immutable;
using QualityKit.Scoring;
using QualityKit.Statistics;

namespace QualityKit.Calibration;

/// <summary>Everything that can be said of evaluators, questions and a form from interactions that several scored. Pure: the same rounds give the same report.</summary>
/// <remarks>The words for a quality manager are in <see cref="Headlines"/> and <see cref="EvaluatorReport.Today"/>, the numbers behind them everywhere else; `Reports.CalibrationTables` makes tables of them.</remarks>
public sealed record CalibrationReport
{
    internal CalibrationReport(CalibrationForm form, CalibrationTolerance tolerance) => (Form, Tolerance) = (form, tolerance);

    /// <summary>The questions.</summary>
    public CalibrationForm Form { get; }

    /// <summary>How far apart is close enough.</summary>
    public CalibrationTolerance Tolerance { get; }

    /// <summary>The interactions, in the order given.</summary>
    public ImmutableArray<RoundReport> Rounds { get; internal init; } = [];

    /// <summary>The evaluators, by name; those who have finished nothing too.</summary>
    public ImmutableArray<EvaluatorReport> Evaluators { get; internal init; } = [];

    /// <summary>The questions, those with the least agreement first: which to reword.</summary>
    public ImmutableArray<QuestionReport> Questions { get; internal init; } = [];

    /// <summary>How far evaluators agree with each other over all answers. The expert is no evaluator.</summary>
    public required AnswerAgreement Answers { get; init; }

    /// <summary>How far evaluators' totals agree: Krippendorff's alpha for intervals, which needs no complete table.</summary>
    public required Estimate Totals { get; init; }

    /// <summary>The intraclass correlation of totals, agreement of single scores; no value where evaluators did not all score all.</summary>
    public required IntraclassCorrelation Reliability { get; init; }

    /// <summary>Whether evaluators put interactions into one order; no value where they did not all score all.</summary>
    public required RankConcordance Order { get; init; }

    /// <summary>Who is strict and what each interaction deserves, whoever scored it; raters are <see cref="Evaluators"/>, units <see cref="Rounds"/>.</summary>
    public required AdditiveModel Strictness { get; init; }

    /// <summary>What to know first.</summary>
    public ImmutableArray<CalibrationStatement> Headlines { get; internal init; } = [];

    /// <summary>Makes the report.</summary>
    /// <param name="form">The questions.</param>
    /// <param name="rounds">The interactions, oldest first. Sheets come from <see cref="CalibrationForm.Sheet(string, Scorecard)"/> or from scorecards.</param>
    /// <param name="consensus">What evaluators are compared with where a round has no expert; the median of all when null.</param>
    /// <param name="tolerance">How far apart is close enough; 5 points when null.</param>
    /// <exception cref="ArgumentException">A sheet has another number of questions than the form, an evaluator has two sheets in a round, or an interaction is there twice.</exception>
    public static CalibrationReport Of(
        CalibrationForm form, IEnumerable<CalibrationRound> rounds, CalibrationBenchmark? consensus = null, CalibrationTolerance? tolerance = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(rounds);
        return new ReportMaker(form, [.. rounds], consensus ?? CalibrationBenchmark.Median, tolerance ?? CalibrationTolerance.Points(5)).Make();
    }
}
