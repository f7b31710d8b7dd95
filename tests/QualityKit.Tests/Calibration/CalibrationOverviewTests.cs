using QualityKit.Calibration;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Reports;
using QualityKit.Scoring;
using QualityKit.Tests.Evaluations;

namespace QualityKit.Tests.Calibration;

public sealed class CalibrationOverviewTests
{
    private static readonly AnswerSheet Best = Meetings.Answers("yes", "yes", "yes");
    private static readonly AnswerSheet Partly = Meetings.Answers("yes", "partly", "yes");
    private static readonly AnswerSheet Rude = Meetings.Answers("no", "yes", "yes");

    [Fact]
    public void Evaluators_are_judged_over_all_sessions_oldest_first()
    {
        CalibrationOverview overview = CalibrationOverview.Of([August, July], new());

        Assert.Equal([July.Session.Id, August.Session.Id], overview.Sessions.AsEnumerable());
        EvaluatorStanding ann = overview.Evaluators[0];
        Assert.Equal(("ann", 2, 3, 0), (ann.Evaluator, ann.Sessions, ann.Scored, ann.Missing));
        Assert.Equal([20, -20, 0], ann.Deviations.AsEnumerable());
        Assert.Equal(CalibrationVerdict.Inconclusive, ann.Trend.Verdict);
        Assert.Equal(EvaluatorTrend.Of([20, -20, 0], 5).SessionsNeeded, ann.Trend.SessionsNeeded);
        Assert.Equal(("ben", 2, 2, 1), (overview.Evaluators[1].Evaluator, overview.Evaluators[1].Sessions, overview.Evaluators[1].Scored, overview.Evaluators[1].Missing));
    }

    [Fact]
    public void Sessions_that_were_closed_at_the_same_time_come_by_their_ids()
    {
        ClosedSession[] closed = [.. new[] { "a", "b", "c" }.Select(command => Meetings.Closed(New(command, $"call-{command}"), Lives.At(5), (Best, Best, Best)))];

        foreach (ClosedSession[] given in new[] { closed, [.. closed.Reverse()] })
        {
            Assert.Equal(closed.Select(one => one.Session.Id.Value).Order(StringComparer.Ordinal), CalibrationOverview.Of(given, new()).Sessions.Select(id => id.Value));
        }
    }

    [Fact]
    public void Whoever_is_asked_for_is_answered_and_nobody_else()
    {
        CalibrationOverview overview = CalibrationOverview.Of([July], new() { Evaluators = [new("zoe"), Meetings.Ben] });

        Assert.Equal(["ben 1", "zoe 0"], overview.Evaluators.Select(one => $"{one.Evaluator} {one.Sessions}"));
        Assert.Equal(["ann", "ben"], overview.Forms[0].Report.Evaluators.Select(one => one.Evaluator));
    }

    [Fact]
    public void Each_form_and_consensus_has_a_report_of_its_own()
    {
        ClosedSession mean = Meetings.Closed(New("mean", "call-9") with { Expert = null, Consensus = CalibrationConsensus.Mean }, Lives.At(9), (null, Best, Partly));

        CalibrationOverview overview = CalibrationOverview.Of([mean, July, August], new());

        Assert.Equal([CalibrationConsensus.Median, CalibrationConsensus.Mean], overview.Forms.Select(form => form.Consensus));
        Assert.All(overview.Forms, form => Assert.Equal(Meetings.Form.Id, form.Form));
        Assert.Equal(["call-1", "call-2", "call-3"], overview.Forms[0].Report.Rounds.Select(round => round.Round.Interaction));
        Assert.Equal([20, -20, 0, 10], overview.Evaluators[0].Deviations.AsEnumerable());
    }

    [Fact]
    public void An_interaction_of_two_sessions_is_told_apart()
    {
        ClosedSession again = Meetings.Closed(New("again", "call-1"), Lives.At(9), (Best, Best, Best));

        CalibrationOverview overview = CalibrationOverview.Of([July, again], new());

        Assert.Equal([$"call-1 ({July.Session.Id})", "call-2", $"call-1 ({again.Session.Id})"], overview.Forms[0].Report.Rounds.Select(round => round.Round.Interaction));
        Assert.Equal([20, -20, 0], overview.Evaluators[0].Deviations.AsEnumerable());
    }

    [Fact]
    public void A_tolerance_in_percent_compares_in_percent()
    {
        CalibrationOverview overview = CalibrationOverview.Of([July], new() { Tolerance = CalibrationTolerance.Relative(30) });

        Assert.Equal([25, -20], overview.Evaluators[0].Deviations.AsEnumerable());
        Assert.Equal(100, overview.Evaluators[0].Trend.WithinTolerance);
        Assert.Equal(CalibrationTolerance.Relative(30), overview.Forms[0].Report.Tolerance);
    }

    [Fact]
    public void What_was_agreed_on_can_take_the_place_of_the_expert()
    {
        ClosedSession resolved = July with
        {
            Resolved = [new() { Interaction = new("call-1"), Question = "solved", Answer = new SelectedOptions { Options = ["yes"] }, Reason = new() { Id = new("w"), Digest = "d" }, By = new("paul"), At = Lives.At(6) }],
        };

        Assert.Equal([20, -20], CalibrationOverview.Of([resolved], new()).Evaluators[0].Deviations.AsEnumerable());
        Assert.Equal([0, -20], CalibrationOverview.Of([resolved], new() { UsesResolved = true }).Evaluators[0].Deviations.AsEnumerable());
    }

    [Fact]
    public void Nothing_comes_of_no_sessions()
    {
        CalibrationOverview overview = CalibrationOverview.Of([], new());

        Assert.Empty(overview.Evaluators);
        Assert.Empty(overview.Forms);
    }

    [Fact]
    public void Standings_print_as_a_table()
    {
        ReportTable table = CalibrationTables.Standings(CalibrationOverview.Of([July, August], new() { Evaluators = [Meetings.Ben, new("zoe")] }));

        Assert.Equal("calibration.standings", table.Code);
        Assert.StartsWith("evaluator,calibrations,sessions,missing,verdict,bias,biasLower,biasUpper,sessionsNeeded,withinTolerance,meanAbsoluteDeviation,driftSince\r\nben,2,2,1,Inconclusive,0,0,0,", table.ToCsv(), StringComparison.Ordinal);
        Assert.EndsWith("\r\nzoe,0,0,0,,,,,,,,\r\n", table.ToCsv(), StringComparison.Ordinal);
        Assert.All(CalibrationTables.Standings(CalibrationOverview.Of([], new())).Columns, column => Assert.NotEqual(column.Code, column.Heading()));
    }

    private static ClosedSession July { get; } = Meetings.Closed(Meetings.New, Lives.At(5), (Partly, Best, null), (Best, Rude, Best));

    private static ClosedSession August { get; } = Meetings.Closed(New("august", "call-3"), Lives.At(7), (Rude, Rude, Rude));

    private static NewCalibration New(string command, string call) => Meetings.New with { Id = new(command), Items = [Meetings.Item(call)] };
}
