using QualityKit.Calibration;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Tests.Evaluations;
using QualityKit.Validation;

namespace QualityKit.Tests.Calibration;

public sealed class SessionRulesTests
{
    private static readonly Evaluation Benchmark = Meetings.Finished(Meetings.Answers("yes", "yes", "yes"));

    [Fact]
    public void A_session_is_planned_as_it_was_given_and_led_by_whoever_plans_it()
    {
        CalibrationSession session = Meetings.Planned(Meetings.New with { Consensus = CalibrationConsensus.Mode, Deadlines = new() { DueAt = Lives.At(8) } });

        Assert.Equal(Meetings.New.IdIn(Lives.Tenant), session.Id);
        Assert.Equal(("July", Meetings.Form.Id, new PersonId("paul"), Lives.At(0)), (session.Name, session.Form, session.Lead, session.PlannedAt));
        Assert.Equal((CalibrationConsensus.Mode, Lives.At(8)), (session.Consensus, session.Deadlines.DueAt));
        Assert.Equal([Meetings.Ann, Meetings.Ben], session.Evaluators.AsEnumerable());
        Assert.Equal(CalibrationSessionStatus.Planned, session.Status);
        Assert.Equal(new PersonId("lea"), Meetings.Planned(Meetings.New with { Lead = new PersonId("lea") }).Lead);
    }

    [Fact]
    public void Whoever_is_named_twice_evaluates_once() =>
        Assert.Equal([Meetings.Ann, Meetings.Ben], Meetings.Planned(Meetings.New with { Evaluators = [Meetings.Ann, Meetings.Ben, Meetings.Ann] }).Evaluators.AsEnumerable());

    [Fact]
    public void One_evaluator_is_enough_beside_an_expert_or_a_finished_evaluation_and_two_without()
    {
        NewCalibration alone = Meetings.New with { Evaluators = [Meetings.Ann] };

        Assert.Empty(Codes(alone));
        Assert.Empty(Codes(alone with { Expert = null, Items = [Meetings.Item("call-1") with { Benchmark = Benchmark.Id }] }));
        Assert.Equal([IssueCodes.SessionSize], Codes(alone with { Expert = null, Items = [Meetings.Item("call-1") with { Benchmark = Benchmark.Id }, Meetings.Item("call-2")] }));
        Assert.Equal([IssueCodes.SessionSize], Codes(alone with { Expert = null }));
        Assert.Equal([IssueCodes.SessionSize], Codes(alone with { Evaluators = [] }));
        Assert.Empty(Codes(alone with { Expert = null, Evaluators = [], Roles = ["evaluator"] }));
    }

    [Fact]
    public void A_session_has_its_limits()
    {
        CalibrationItem[] many = [.. Enumerable.Range(0, CalibrationSession.MostInteractions).Select(call => Meetings.Item($"call-{call}"))];
        PersonId[] all = [.. Enumerable.Range(0, CalibrationSession.MostEvaluators).Select(one => new PersonId($"p-{one}"))];

        Assert.Empty(Codes(Meetings.New with { Items = [.. many], Evaluators = [.. all] }));
        Assert.Equal([("/items", IssueCodes.SessionSize)], Issues(Meetings.New with { Items = [.. many, Meetings.Item("one more")] }));
        Assert.Equal([("/items", IssueCodes.SessionSize)], Issues(Meetings.New with { Items = [] }));
        Assert.Equal([("/evaluators", IssueCodes.SessionSize)], Issues(Meetings.New with { Evaluators = [.. all, Meetings.Ann] }));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() => Assert.Equal(
        [
            ("/name", IssueCodes.EmptyText), ("/expert", IssueCodes.ExpertEvaluates), ("/items/0/part", IssueCodes.PartMismatch), ("/items/1/subject", IssueCodes.EvaluatorIsSubject),
            ("/items/2/interaction", IssueCodes.InteractionTwice), ("/items/3/interaction", IssueCodes.Missing), ("/deadlines/expiresAt", IssueCodes.InstantPassed),
        ],
        Issues(Meetings.New with
        {
            Name = " ",
            Evaluators = [Meetings.Ann, Meetings.Expert],
            Items =
            [
                Meetings.Item("call-1") with { Part = InteractionPart.NotRecorded }, Meetings.Item("call-2", "ann"), Meetings.Item("call-1"), new() { Interaction = default, Subject = Subject.Of(Lives.Anna) },
            ],
            Deadlines = new() { ExpiresAt = Lives.At(0) },
        }));

    [Fact]
    public void Whoever_leads_or_is_the_expert_is_not_whom_a_call_is_about()
    {
        Assert.Equal([("/items/0/subject", IssueCodes.EvaluatorIsSubject)], Issues(Meetings.New with { Items = [Meetings.Item("call-1", "expert")] }));
        Assert.Equal([("/items/0/subject", IssueCodes.EvaluatorIsSubject)], Issues(Meetings.New with { Items = [Meetings.Item("call-1", "paul")] }));
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("unfinished")]
    [InlineData("another form")]
    [InlineData("another interaction")]
    [InlineData("another subject")]
    [InlineData("of a session")]
    public void Only_a_finished_evaluation_of_the_interaction_with_the_form_can_be_compared_with(string what)
    {
        CalibrationSession other = Meetings.Opened();
        Evaluation? benchmark = what switch
        {
            "unfinished" => Lives.Begin(Meetings.Form, Lives.New with { Interaction = new("call-1") }, Lives.At(0)),
            "another form" => Meetings.Finished(Lives.Good, form: Lives.Open),
            "another interaction" => Meetings.Finished(Meetings.Answers("yes", "yes", "yes"), "call-9"),
            "another subject" => Meetings.Finished(Meetings.Answers("yes", "yes", "yes")),
            "of a session" => Meetings.In(other, Meetings.Expert, "call-1", Meetings.Answers("yes", "yes", "yes")),
            _ => null,
        };
        NewCalibration given = Meetings.New with { Items = [Meetings.Item("call-1", what == "another subject" ? "bo" : "anna") with { Benchmark = benchmark?.Id ?? new("gone") }] };

        Assert.Equal([("/items/0/benchmark", IssueCodes.NoBenchmark)], Issues(given, benchmark));
    }

    [Fact]
    public void Whoever_made_the_benchmark_does_not_evaluate_again()
    {
        NewCalibration given = Meetings.New with { Expert = null, Items = [Meetings.Item("call-1") with { Benchmark = Benchmark.Id }] };

        Assert.Empty(Issues(given, Benchmark));
        Assert.Equal([("/items/0/benchmark", IssueCodes.BenchmarkOfEvaluator)], Issues(given with { Evaluators = [Meetings.Ann, Meetings.Expert] }, Benchmark));
    }

    [Fact]
    public void Opening_asks_whoever_has_a_role_but_not_the_expert_an_agent_of_the_calls_or_who_made_a_benchmark()
    {
        Evaluation another = Meetings.Finished(Meetings.Answers("yes", "no", "yes"), "call-2", by: "xenia");
        NewCalibration given = Meetings.New with { Evaluators = [Meetings.Ben], Roles = ["evaluator"], Items = [Meetings.Item("call-1"), Meetings.Item("call-2") with { Benchmark = another.Id }] };
        var benchmarks = new Dictionary<EvaluationId, Evaluation> { [another.Id] = another };
        CalibrationSession planned = SessionRules.Plan(given, Meetings.Form, benchmarks, Meetings.Paul, Lives.At(0)).Value;

        CalibrationSession opened = SessionRules.Open(planned, benchmarks, [new("zoe"), new("anna"), new("xenia"), Meetings.Expert, Meetings.Ann, Meetings.Ben], Lives.At(1)).Value;

        Assert.Equal([Meetings.Ben, Meetings.Ann, new PersonId("zoe")], opened.Evaluators.AsEnumerable());
        Assert.Equal([0, 1], opened.Items.Select(item => item.BenchmarkVersion));
        Assert.Equal(CalibrationSessionStatus.Open, opened.Status);
        Assert.Equal([Meetings.Ben, Meetings.Ann, new PersonId("zoe"), Meetings.Expert], opened.AskedFor(opened.Items[0]));
        Assert.Equal([Meetings.Ben, Meetings.Ann, new PersonId("zoe")], opened.AskedFor(opened.Items[1]));
    }

    [Fact]
    public void A_session_for_which_nobody_is_found_is_not_opened()
    {
        CalibrationSession planned = Meetings.Planned(Meetings.New with { Evaluators = [], Roles = ["evaluator"] });

        Issue issue = Assert.Single(SessionRules.Open(planned, Meetings.NoBenchmarks, [Meetings.Expert], Lives.At(1)).Issues);

        Assert.Equal("there are 0; a session takes 1 to 100", issue.Message);
    }

    private static string[] Codes(NewCalibration given) => [.. Issues(given, Benchmark).Select(issue => issue.Code)];

    private static (string Pointer, string Code)[] Issues(NewCalibration given, Evaluation? benchmark = null) =>
    [
        .. SessionRules.Plan(given, Meetings.Form, benchmark is null ? Meetings.NoBenchmarks : new Dictionary<EvaluationId, Evaluation> { [benchmark.Id] = benchmark }, Meetings.Paul, Lives.At(0))
            .Issues.Select(issue => (issue.Pointer, issue.Code)),
    ];
}
