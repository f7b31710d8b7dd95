using System.Text;
using QualityKit.Calibration;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.People;
using QualityKit.Reports;
using QualityKit.Scoring;
using QualityKit.Tests.Evaluations;
using QualityKit.Validation;

namespace QualityKit.Tests.Calibration;

public sealed class SessionReportTests
{
    private static readonly AnswerSheet Best = Meetings.Answers("yes", "yes", "yes");
    private static readonly AnswerSheet Partly = Meetings.Answers("yes", "partly", "yes");
    private static readonly AnswerSheet Rude = Meetings.Answers("no", "yes", "yes");

    [Fact]
    public void Everyone_is_compared_with_the_expert_and_who_is_missing_is_missing()
    {
        ClosedSession closed = Meetings.Closed(Meetings.New, Lives.At(5), (Partly, Best, null), (Best, Rude, Best));

        SessionReport report = SessionReport.Of(closed, tolerance: null, usesResolved: false);

        Assert.Equal(["call-1", "call-2"], report.Report.Rounds.Select(round => round.Round.Interaction));
        Assert.Equal(["ben"], report.Report.Rounds[0].Missing.AsEnumerable());
        Assert.Equal([20, -20], report.Report.Rounds.Select(round => round.Comparison.Evaluators.Single(one => one.Evaluator == "ann").Deviation!.Value));
        Assert.Equal((2, 0), (report.Report.Evaluators[0].Scored, report.Report.Evaluators[0].Missing));
        Assert.Equal((1, 1), (report.Report.Evaluators[1].Scored, report.Report.Evaluators[1].Missing));
        Assert.Equal(CalibrationTolerance.Points(5), report.Report.Tolerance);
        Assert.Equal(CalibrationTolerance.Points(25), SessionReport.Of(closed, CalibrationTolerance.Points(25), false).Report.Tolerance);
        Assert.Empty(report.Resolved);
        Assert.False(report.UsesResolved);
    }

    [Theory]
    [InlineData(CalibrationConsensus.Median, 20)]
    [InlineData(CalibrationConsensus.Mean, 20)]
    [InlineData(CalibrationConsensus.LeaveOneOutMean, 40)]
    [InlineData(CalibrationConsensus.Mode, 40)]
    public void Without_an_expert_everyone_is_compared_with_the_consensus_of_the_session(CalibrationConsensus consensus, int deviation)
    {
        NewCalibration given = Meetings.New with { Expert = null, Consensus = consensus, Items = [Meetings.Item("call-1")] };
        ClosedSession closed = Meetings.Closed(given, Lives.At(5), (null, Best, Meetings.Answers("yes", "no", "yes")));

        EvaluatorComparison ann = SessionReport.Of(closed, null, false).Report.Rounds[0].Comparison.Evaluators[0];

        Assert.Equal((100, deviation), (ann.Total!.Value, ann.Deviation!.Value));
    }

    [Fact]
    public void The_median_and_the_mean_are_not_the_same()
    {
        ClosedSession closed = Meetings.Closed(Meetings.New with { Items = [Meetings.Item("call-1")] }, Lives.At(5), (Best, Best, Meetings.Answers("yes", "no", "yes")));
        SessionRound round = closed.Recorded[0];
        round = round with { Expert = null, Sheets = [.. round.Sheets, round.Sheets[0] with { Sheet = round.Sheets[0].Sheet with { Evaluator = "cia" } }] };

        Fraction? Of(CalibrationConsensus consensus) =>
            SessionReport.Of(closed with { Recorded = [round], Session = closed.Session with { Consensus = consensus } }, null, false).Report.Rounds[0].Comparison.Evaluators[0].Deviation;

        Assert.Equal(0, Of(CalibrationConsensus.Median));
        Assert.Equal(Fraction.Of(40, 3), Of(CalibrationConsensus.Mean));
        Assert.Equal(20, Of(CalibrationConsensus.LeaveOneOutMean));
        Assert.Equal(0, Of(CalibrationConsensus.Mode));
    }

    [Fact]
    public void A_finished_evaluation_is_the_expert_in_the_version_that_it_had_when_the_session_was_opened()
    {
        Evaluation first = Meetings.Finished(Partly);
        var benchmarks = new Dictionary<EvaluationId, Evaluation> { [first.Id] = first };
        CalibrationSession planned = SessionRules.Plan(Meetings.New with { Items = [Meetings.Item("call-1") with { Benchmark = first.Id }] }, Meetings.Form, benchmarks, Meetings.Paul, Lives.At(0)).Value;
        CalibrationSession session = SessionRules.Open(planned, benchmarks, [], Lives.At(1)).Value;
        Evaluation rescored = first.Do("rita", new RescoreEvaluation { Id = new("again"), Answers = EvaluationAnswers.Of(Best), Reason = "Heard again.", Salt = Lives.Salt }, 3, Meetings.Form);

        SessionRound round = SessionRound.Of(session, session.Items[0], Meetings.Form, new Dictionary<PersonId, Evaluation>(), rescored);
        SessionRound deleted = SessionRound.Of(session, session.Items[0], Meetings.Form, new Dictionary<PersonId, Evaluation>(), benchmark: null);

        Assert.Equal(2, rescored.Versions.Length);
        Assert.Equal(("expert", first.Id, 1, (Fraction?)80), (round.Expert!.Evaluator.Value, round.Expert.Evaluation, round.Expert.Version, round.Expert.Sheet.Total));
        Assert.True(round.Has(Meetings.Expert));
        Assert.False(round.Has(Meetings.Ann));
        Assert.Null(deleted.Expert);
    }

    [Fact]
    public void What_all_agreed_on_stands_beside_the_expert_and_can_take_their_place()
    {
        ClosedSession closed = Meetings.Closed(Meetings.New, Lives.At(5), (Partly, Best, Rude), (Best, Best, Best));
        ResolvedAnswer solved = Agreed("call-1", "solved", new SelectedOptions { Options = ["yes"] });
        ResolvedAnswer greeting = Agreed("call-1", "greeting", new SelectedOptions { Options = ["no"] });
        closed = closed with { Resolved = [solved, greeting], Texts = new Dictionary<Canonical.ContentId, string> { [solved.Reason.Id] = "It was." } };

        SessionReport report = SessionReport.Of(closed, null, usesResolved: false);
        SessionReport again = SessionReport.Of(closed, null, usesResolved: true);

        Assert.Equal(["greeting", "solved"], report.Resolved.Select(one => one.Resolved.Question));
        ResolvedComparison one = report.Resolved[1];
        Assert.Equal((100, 50, false, 2, 2, "It was."), ((int)one.Score!.Value.ToDouble(), (int)one.Expert!.Value.ToDouble(), one.ExpertAgrees!.Value, one.Agreeing, one.Evaluators, one.Reason));
        Assert.Equal((0, 100, 1, (string?)null), ((int)report.Resolved[0].Score!.Value.ToDouble(), (int)report.Resolved[0].Expert!.Value.ToDouble(), report.Resolved[0].Agreeing, report.Resolved[0].Reason));
        Assert.Equal([(Fraction?)20, 0], report.Report.Rounds[0].Comparison.Evaluators.Select(evaluator => evaluator.Deviation));
        Assert.Equal([(Fraction?)20, 0], again.Report.Rounds[0].Comparison.Evaluators.Select(evaluator => evaluator.Deviation));
        Assert.Equal(80, again.Report.Rounds[0].Round.Expert!.Total);
        Assert.Equal(report.Report.Rounds[1].Round.Expert, again.Report.Rounds[1].Round.Expert);
        Assert.True(again.UsesResolved);
    }

    [Fact]
    public void Without_an_expert_what_was_agreed_on_is_compared_with_when_it_is_whole()
    {
        NewCalibration given = Meetings.New with { Expert = null, Items = [Meetings.Item("call-1")] };
        ClosedSession closed = Meetings.Closed(given, Lives.At(5), (null, Best, Rude));
        ResolvedAnswer[] some = [Agreed("call-1", "greeting", new SelectedOptions { Options = ["no"] }), Agreed("call-1", "solved", NotApplicableAnswer.Instance)];
        ResolvedAnswer[] all = [.. some, Agreed("call-1", "identity", new SelectedOptions { Options = ["yes"] })];

        SessionReport partly = SessionReport.Of(closed with { Resolved = [.. some] }, null, usesResolved: true);
        SessionReport whole = SessionReport.Of(closed with { Resolved = [.. all] }, null, usesResolved: true);

        Assert.Null(partly.Report.Rounds[0].Round.Expert);
        Assert.Equal(80, whole.Report.Rounds[0].Round.Expert!.Total);
        Assert.Null(whole.Resolved[1].Score);
        Assert.Null(whole.Resolved[1].ExpertAgrees);
        Assert.Equal(0, whole.Resolved[1].Agreeing);
    }

    [Fact]
    public void N_A_beside_N_A_agrees()
    {
        AnswerSheet open = Best.NotApplicable("solved");
        ClosedSession closed = Meetings.Closed(Meetings.New with { Items = [Meetings.Item("call-1")] }, Lives.At(5), (open, open, Best)) with
        {
            Resolved = [Agreed("call-1", "solved", NotApplicableAnswer.Instance)],
        };

        ResolvedComparison one = Assert.Single(SessionReport.Of(closed, null, false).Resolved);

        Assert.Equal((true, 1), (one.ExpertAgrees!.Value, one.Agreeing));
    }

    [Theory]
    [InlineData("greeting", "yes", "Why.", "")]
    [InlineData("greeting", "maybe", "Why.", "/answers/greeting QK2002")]
    [InlineData("greeting", "yes", " ", "/reason QK1002")]
    [InlineData("summary", "yes", "Why.", "/question QK8507")]
    [InlineData("nothing", "yes", "Why.", "/question QK8507")]
    public void An_answer_that_was_agreed_on_is_one_of_the_form(string question, string option, string reason, string expected)
    {
        ClosedSession closed = Meetings.Closed(Meetings.New with { Expert = null, Items = [Meetings.Item("call-1")] }, Lives.At(5), (null, Best, Rude));
        var given = new ResolveAnswer { Id = new("r"), Interaction = new("call-1"), Question = question, Answer = new SelectedOptions { Options = [option] }, Reason = reason };

        IEnumerable<Issue> issues = Resolution.Check(Meetings.Form, given);

        Assert.Equal(expected, string.Join("; ", issues.Select(issue => $"{issue.Pointer} {issue.Code}")).Replace(IssueCodes.EmptyText, "QK1002", StringComparison.Ordinal));
    }

    [Fact]
    public void A_session_prints_as_seven_tables_in_three_ways()
    {
        ClosedSession closed = Meetings.Closed(Meetings.New, Lives.At(5), (Partly, Best, null), (Best, Rude, Best));
        ResolvedAnswer solved = Agreed("call-1", "solved", new SelectedOptions { Options = ["yes"] });
        SessionReport report = SessionReport.Of(closed with { Resolved = [solved], Texts = new Dictionary<Canonical.ContentId, string> { [solved.Reason.Id] = "=1+1" } }, null, false);

        ReportTable resolved = CalibrationTables.Resolved(report);

        Assert.Equal(7, CalibrationTables.All(report).Length);
        Assert.Equal("calibration.resolved", CalibrationTables.All(report)[^1].Code);
        Assert.Equal("interaction,question,resolvedScore,expertScore,expertAgrees,agreeing,evaluators,reason\r\ncall-1,solved,100,50,false,1,1,'=1+1\r\n", resolved.ToCsv());
        Assert.Contains("Agreed score", resolved.ToText(), StringComparison.Ordinal);
        Assert.Contains("Vereinbarte Wertung", resolved.ToText(MessageCatalogue.German), StringComparison.Ordinal);
        Assert.Contains("""["call-1","solved",100,50,false,1,1,"=1+1"]""", Encoding.UTF8.GetString(resolved.ToJson().Span), StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_in_which_nobody_submitted_has_a_report_that_says_who_is_missing()
    {
        SessionReport report = SessionReport.Of(Meetings.Closed(Meetings.New, Lives.At(5), default, default), null, usesResolved: true);

        Assert.Equal(["ann 0 2", "ben 0 2"], report.Report.Evaluators.Select(one => $"{one.Evaluator} {one.Scored} {one.Missing}"));
        Assert.Equal(7, CalibrationTables.All(report).Length);
    }

    private static ResolvedAnswer Agreed(string interaction, string question, Answer answer) => new()
    {
        Interaction = new(interaction),
        Question = question,
        Answer = answer,
        Reason = new() { Id = new($"why {question}"), Digest = "d" },
        By = new("paul"),
        At = Lives.At(6),
    };
}
