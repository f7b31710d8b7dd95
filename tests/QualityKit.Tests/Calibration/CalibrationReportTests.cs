using System.Collections.Immutable;
using QualityKit.Calibration;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Reports;
using QualityKit.Scoring;
using QualityKit.Statistics;
using QualityKit.Validation;

namespace QualityKit.Tests.Calibration;

public sealed class CalibrationReportTests
{
    private static readonly CalibrationForm Form = CalibrationForm.Of(
        new CalibrationQuestion { Key = "greeting", Group = "opening", Weight = 20 },
        new CalibrationQuestion { Key = "solved", Group = "resolution", Weight = 50, Maximum = 10 },
        new CalibrationQuestion { Key = "identity", Group = "resolution", Weight = 30, IsCritical = true });

    [Fact]
    public void Every_evaluator_is_held_against_the_expert_over_all_interactions()
    {
        EvaluatorReport ann = Report().Evaluators[0];
        Assert.Equal("ann", ann.Evaluator);
        Assert.Equal(3, ann.Scored);

        // Deviations by hand: 20, 0 and 20 points; one answer of nine differs each time but the second.
        Assert.Equal([20, 0, 20], Report().Rounds.Select(round => (int)round.Comparison.Evaluators[0].Deviation!.Value.ToDouble()));
        Assert.Equal(40.0 / 3, ann.Trend.Bias.Value!.Value, 12);
        Assert.Equal((Fraction)700 / 9, ann.Alignment);
        Assert.Equal([("greeting", 2, 3)], ann.Misses.Select(miss => (miss.Key, miss.Different, miss.Compared)));
        Assert.Equal((Fraction)200 / 3, ann.Misses[0].MeanDeviation);
    }

    [Fact]
    public void Who_has_not_finished_is_missing_and_those_who_have_are_reported()
    {
        CalibrationReport report = Report(invited: ["ann", "ben", "cia", "dan"]);
        Assert.Equal(["ann", "ben", "cia", "dan"], report.Evaluators.Select(evaluator => evaluator.Evaluator));
        EvaluatorReport dan = report.Evaluators[3];
        Assert.Equal((0, 3), (dan.Scored, dan.Missing));
        Assert.Null(dan.Alignment);
        Assert.Equal("has not finished 3 of 3", Assert.Single(dan.Today).ToText());
        Assert.Equal("dan", Assert.Single(report.Rounds[0].Missing));
        Assert.Equal("cia, dan", string.Join(", ", report.Rounds[2].Missing));
    }

    [Fact]
    public void Missed_and_over_marked_critical_errors_are_apart()
    {
        CalibrationReport report = Report();
        CriticalErrors ben = report.Evaluators[1].CriticalErrors!;
        Assert.Equal((0, 1, 1, 1), (ben.Found, ben.OverMarked, ben.Missed, ben.Clean));
        Assert.Contains(report.Evaluators[1].Today, said => said.Code == CalibrationCodes.Missed && said.ToText() == "missed 1 of 1 critical errors");
        Assert.Contains(report.Evaluators[1].Today, said => said.Code == CalibrationCodes.OverMarked);
    }

    [Fact]
    public void Without_an_expert_the_consensus_is_the_benchmark()
    {
        CalibrationRound round = new() { Interaction = "i", Sheets = [Form.Sheet("ann", 1, 10, 1), Form.Sheet("ben", 1, 10, 1), Form.Sheet("cia", 0, 0, 1)] };
        CalibrationReport median = CalibrationReport.Of(Form, [round]);
        Assert.Equal([0, 0, -70], median.Rounds[0].Comparison.Evaluators.Select(one => (int)one.Deviation!.Value.ToDouble()));
        CalibrationReport mean = CalibrationReport.Of(Form, [round], CalibrationBenchmark.Mean);
        Assert.Equal((Fraction)70 / 3, mean.Rounds[0].Comparison.Evaluators[0].Deviation);
        Assert.Equal((Fraction)230 / 3, mean.Rounds[0].Benchmark);
    }

    [Fact]
    public void Questions_come_with_the_least_agreed_first_and_its_evidence()
    {
        QuestionReport worst = Report().Questions[0];
        Assert.Equal("identity", worst.Question.Key);
        Assert.Equal(8, worst.Answers);
        Assert.Equal(50, worst.Alignment);
        Assert.Equal(1, worst.NotApplicableMismatches);
        Assert.Contains(Report().Headlines, said => said.Code == CalibrationCodes.Reword && said.ToText().Contains("`identity`", StringComparison.Ordinal));
    }

    [Fact]
    public void A_steady_evaluator_is_in_calibration_and_a_biased_one_out_of_it()
    {
        CalibrationReport report = Sessions(30, session => [("steady", session % 2), ("lenient", 12 + (session % 3))]);
        EvaluatorReport lenient = report.Evaluators[0];
        EvaluatorReport steady = report.Evaluators[1];
        Assert.Equal(CalibrationVerdict.InCalibration, steady.Trend.Verdict);
        Assert.Equal("in calibration over 30 sessions: the bias of +0.5 lies within the tolerance of 5", steady.Today[0].ToText());
        Assert.Equal(CalibrationVerdict.OutOfCalibration, lenient.Trend.Verdict);
        Assert.Equal(EvaluatorLean.Lenient, lenient.Lean);
        Assert.StartsWith("out of calibration", lenient.Today[0].ToText(), StringComparison.Ordinal);
        Assert.StartsWith("leans lenient: the best guess today is +1", lenient.Today[1].ToText(), StringComparison.Ordinal);
        Assert.Equal(6.25, lenient.Leniency.Value!.Value, 12);
        Assert.Equal(-6.25, steady.Leniency.Value!.Value, 12);
    }

    [Fact]
    public void After_few_sessions_nothing_is_decided_and_what_can_be_said_is_said()
    {
        CalibrationReport report = Sessions(3, session => [("ann", 4 * (session - 1)), ("ben", 3 - (2 * session))]);
        EvaluatorReport ann = report.Evaluators[0];
        Assert.Equal(CalibrationVerdict.Inconclusive, ann.Trend.Verdict);
        Assert.Matches("^not decided after 3 sessions; about [0-9]+ more decide$", ann.Today[0].ToText());
        Assert.StartsWith("no lean shows", ann.Today[1].ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_evaluator_who_moves_is_dated()
    {
        CalibrationReport report = Sessions(20, session => [("ann", (session % 2) + (session < 13 ? 0 : 10)), ("ben", session % 2)]);
        Assert.Equal(13, report.Evaluators[0].Drift.Since);
        Assert.Contains(report.Evaluators[0].Today, said => said.ToText() == "has moved since session 14");
        Assert.Null(report.Evaluators[1].Drift.Since);
        Assert.Equal(EstimateStatus.InsufficientData, EvaluatorDrift.Of([1, 2, 1]).Status);
        Assert.Equal(EstimateStatus.NoVariation, EvaluatorDrift.Of([1, 1, 1, 1, 1, 1, 1, 1, 1, 1]).Status);
    }

    [Fact]
    public void An_evaluator_who_was_always_right_and_then_was_not_is_seen_to_move()
    {
        EvaluatorDrift drift = EvaluatorDrift.Of([.. Enumerable.Repeat(0.0, 20), .. Enumerable.Repeat(12.0, 20)]);
        Assert.Equal(20, drift.Since);
        Assert.Equal(1.0 / 2_000, drift.PValue);
    }

    [Fact]
    public void A_few_sessions_far_out_are_no_drift()
    {
        // As a missed fatal question makes them: mostly right, now and then 80 points off.
        EvaluatorDrift drift = EvaluatorDrift.Of([.. Enumerable.Range(0, 40).Select(session => session is 31 or 38 ? -80.0 : session % 3)]);
        Assert.Null(drift.Since);
        Assert.NotEmpty(drift.Cusum!.Signals);
    }

    [Fact]
    public void Evaluators_who_did_not_move_are_hardly_ever_said_to_have()
    {
        int moved = Enumerable.Range(1, 300).Count(seed =>
        {
            var random = new Random(seed);
            return EvaluatorDrift.Of([.. Enumerable.Range(0, 25).Select(_ => random.Next(10) == 0 ? -80.0 : random.Next(3))]).Since is not null;
        });
        Assert.True(moved <= 8, $"{moved} of 300, where 3 are expected");
    }

    [Fact]
    public void An_interaction_is_worth_the_same_whoever_scored_it()
    {
        // ben gives 10 more than ann; each second interaction has one of them only.
        CalibrationReport report = CalibrationReport.Of(Percent, [
            Scored("a", ("ann", 60), ("ben", 70)), Scored("b", ("ann", 80)), Scored("c", ("ben", 90)), Scored("d", ("ann", 50), ("ben", 60))]);
        Assert.Equal(report.Rounds[1].AdjustedScore!.Value, report.Rounds[2].AdjustedScore!.Value, 9);
        Assert.Equal(85, report.Rounds[1].AdjustedScore!.Value, 9);
    }

    [Fact]
    public void Evaluators_that_share_no_interaction_are_not_compared_with_each_other()
    {
        CalibrationReport report = CalibrationReport.Of(Percent, [Scored("a", ("ann", 60), ("ben", 70)), Scored("b", ("cia", 80), ("dan", 60))]);
        Assert.Equal(EstimateStatus.Disconnected, report.Strictness.Status);
        Assert.All(report.Rounds, round => Assert.Null(round.AdjustedScore));
        Assert.All(report.Evaluators, evaluator => Assert.Equal(EstimateStatus.Disconnected, evaluator.Leniency.Status));
        Assert.Contains(report.Headlines, said => said.ToText().StartsWith("evaluators fall into 2 parts", StringComparison.Ordinal));
    }

    [Fact]
    public void A_report_of_nothing_says_so()
    {
        CalibrationReport report = CalibrationReport.Of(Form, []);
        Assert.Empty(report.Evaluators);
        Assert.Equal("nothing was scored by two evaluators", Assert.Single(report.Headlines).ToText());
        Assert.All(CalibrationTables.All(report), table => Assert.NotEqual("", table.ToText()));
    }

    [Fact]
    public void Where_all_answers_are_alike_there_is_a_percent_and_no_coefficient()
    {
        CalibrationReport report = CalibrationReport.Of(Form, [Round("a", [Form.Sheet("ann", 1, 10, 1), Form.Sheet("ben", 1, 10, 1)])]);
        Assert.Equal("evaluators agree on 100 % of answers; all are alike, so no coefficient has a value", report.Headlines[0].ToText());
        Assert.False(report.Answers.Krippendorff.HasValue);
    }

    [Fact]
    public void A_tolerance_in_percent_is_held_against_deviations_in_percent()
    {
        // 6 of 50 are 12 percent; 6 of 100 are 6.
        CalibrationRound low = new() { Interaction = "a", Expert = Percent.Sheet("x", 50), Sheets = [Percent.Sheet("ann", 56)] };
        CalibrationRound high = new() { Interaction = "b", Expert = Percent.Sheet("x", 100), Sheets = [Percent.Sheet("ann", 94)] };
        EvaluatorReport ann = CalibrationReport.Of(Percent, [low, high], tolerance: CalibrationTolerance.Relative(6)).Evaluators[0];
        Assert.Equal(3, ann.Trend.Bias.Value!.Value, 12);
        Assert.Equal(50, ann.Trend.WithinTolerance);
    }

    [Fact]
    public void The_order_of_evaluators_and_the_names_of_others_change_nothing()
    {
        CalibrationReport report = Report();
        CalibrationReport turned = CalibrationReport.Of(Form, Rounds([]).Select(round => round with { Sheets = [.. round.Sheets.Reverse()] }));
        Assert.Equal(CalibrationTables.Evaluators(report).ToCsv(), CalibrationTables.Evaluators(turned).ToCsv());
        Assert.Equal(CalibrationTables.Agreement(report).ToCsv(), CalibrationTables.Agreement(turned).ToCsv());
    }

    [Fact]
    public void The_tables_have_what_PureConnect_prints()
    {
        CalibrationReport report = Report();
        ReportTable summary = CalibrationTables.RecordingSummary(report);
        Assert.Equal(8, summary.Rows.Length);
        Assert.Equal(["20", "-30", "-30"], summary.Column("deviation").Take(3).Select(cell => cell.Text));
        Assert.Equal(8 * 2, CalibrationTables.QuestionGroupDetails(report).Rows.Length);
        ReportTable details = CalibrationTables.Details(report);
        Assert.Equal(8 * 3, details.Rows.Length);
        Assert.Contains(details.Rows, row => row[1].Text == "cia" && row[4].IsNone);
        Assert.Equal(12, CalibrationTables.Agreement(report).Rows.Length);
    }

    [Fact]
    public void Every_column_and_title_has_words_in_every_language()
    {
        foreach (MessageCatalogue catalogue in new[] { MessageCatalogue.English, MessageCatalogue.Danish, MessageCatalogue.German })
        {
            foreach (ReportTable table in CalibrationTables.All(Report()))
            {
                Assert.NotNull(catalogue.Template($"report.{table.Code}"));
                Assert.All(table.Columns, column => Assert.NotNull(catalogue.Template($"report.{column.Code}")));
            }
        }
    }

    [Fact]
    public void What_cannot_be_a_report_is_refused()
    {
        CalibrationRound round = Round("a", [Form.Sheet("ann", 1, 10, 1)]);
        Assert.Throws<ArgumentException>(() => CalibrationReport.Of(Form, [round, round]));
        Assert.Throws<ArgumentException>(() => CalibrationReport.Of(Form, [Round("a", [Form.Sheet("ann", 1, 10, 1), Form.Sheet("ann", 1, 10, 1)])]));
        Assert.Throws<ArgumentException>(() => CalibrationReport.Of(Form, [Round("a", [Percent.Sheet("ann", 1)])]));
    }

    [Fact]
    public void A_form_and_its_scorecards_become_questions_and_sheets()
    {
        EvaluationForm form = EvaluationForm.Draft("Call")
            .Group("Opening", weight: 20, Ask.YesNo("greeting", "Greeted?"), Ask.YesNo("small", "Small talk?") with { IsExcluded = true })
            .Group(
                "Resolution",
                weight: 80,
                Ask.Choice("solved", "Solved?", ("yes", 10), ("partly", 5), ("no", 0)) with { Weight = 3 },
                Ask.YesNo("identity", "Identified?") with { IsFatal = true, AllowsNotApplicable = true })
            .Publish().Value;
        CalibrationForm calibrated = CalibrationForm.From(form);
        Assert.Equal(["greeting", "solved", "identity"], calibrated.Questions.Select(question => question.Key));
        Assert.Equal([(Fraction)1 / 5, (Fraction)3 / 5, (Fraction)1 / 5], calibrated.Questions.Select(question => question.Weight));
        Assert.Equal([false, false, true], calibrated.Questions.Select(question => question.IsCritical));

        AnswerSheet answers = AnswerSheet.Empty.Answer("greeting", "yes").Answer("small", "no").Answer("solved", "partly").NotApplicable("identity");
        CalibrationSheet sheet = calibrated.Sheet("ann", Scorer.Score(form, answers));
        Assert.Equal("100, 50, ", string.Join(", ", sheet.Questions));
        Assert.Equal(60, sheet.Total);
        Assert.Equal(50, sheet.Groups[form.Groups[1].Key]);
        Assert.Throws<ArgumentException>(() => Percent.Sheet("ann", Scorer.Score(form, answers)));
    }

    private static CalibrationForm Percent { get; } = CalibrationForm.Of(new CalibrationQuestion { Key = "all", Group = "all", Maximum = 100 });

    private static CalibrationRound Round(string interaction, ImmutableArray<CalibrationSheet> sheets) => new() { Interaction = interaction, Sheets = sheets };

    private static CalibrationRound Scored(string interaction, params ReadOnlySpan<(string Evaluator, int Score)> scores) =>
        Round(interaction, [.. scores.ToArray().Select(score => Percent.Sheet(score.Evaluator, score.Score))]);

    // Interactions that deserve 50, and what each evaluator gives beyond it.
    private static CalibrationReport Sessions(int count, Func<int, (string Evaluator, int Deviation)[]> deviations) => CalibrationReport.Of(
        Percent,
        Enumerable.Range(0, count).Select(session => new CalibrationRound
        {
            Interaction = $"i{session}",
            Expert = Percent.Sheet("expert", 50),
            Sheets = [.. deviations(session).Select(one => Percent.Sheet(one.Evaluator, 50 + one.Deviation))],
        }));

    private static CalibrationReport Report(ImmutableArray<string> invited = default) => CalibrationReport.Of(Form, Rounds(invited.IsDefault ? [] : invited));

    private static ImmutableArray<CalibrationRound> Rounds(ImmutableArray<string> invited) =>
    [
        new()
        {
            Interaction = "call-1",
            Invited = invited,
            Expert = Form.Sheet("expert", 0, 10, 1),
            Sheets = [Form.Sheet("ann", 1, 10, 1), Form.Sheet("ben", 0, 10, 0), Form.Sheet("cia", 0, 10, 0)],
        },
        new()
        {
            Interaction = "call-2",
            Invited = invited,
            Expert = Form.Sheet("expert", 1, 5, 0),
            Sheets = [Form.Sheet("ann", 1, 5, 0), Form.Sheet("ben", 1, 5, 1), Form.Sheet("cia", 1, 10, null)],
        },
        new()
        {
            Interaction = "call-3",
            Invited = invited,
            Expert = Form.Sheet("expert", 0, 0, 1),
            Sheets = [Form.Sheet("ann", 1, 0, 1), Form.Sheet("ben", 0, 0, 1)],
        },
    ];
}
