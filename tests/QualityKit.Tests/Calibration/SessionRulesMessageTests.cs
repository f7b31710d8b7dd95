using QualityKit.Calibration;
using QualityKit.Evaluations;
using QualityKit.People;
using QualityKit.Tests.Evaluations;
using QualityKit.Validation;

namespace QualityKit.Tests.Calibration;

public sealed class SessionRulesMessageTests
{
    private static readonly Evaluation ByXenia = Meetings.Finished(Meetings.Answers("yes", "yes", "yes"), by: "xenia");
    private static readonly Evaluation ByYves = Meetings.Finished(Meetings.Answers("yes", "yes", "yes"), "call-2", by: "yves");

    [Fact]
    public void What_is_wrong_names_who_and_what_it_is_about()
    {
        Validated<CalibrationSession> planned = Plan(Meetings.New with
        {
            Evaluators = [Meetings.Ann, Meetings.Expert, new("xenia")],
            Items = [Meetings.Item("call-1") with { Benchmark = ByXenia.Id }, Meetings.Item("call-1", "ann"), Meetings.Item("call-3") with { Benchmark = new EvaluationId("gone") }],
        });

        Assert.False(planned.IsValid);
        Assert.Equal(
            [
                "QK8502 at /expert: the expert `expert` is an evaluator of the session too",
                "QK8504 at /items/0/benchmark: `xenia` made the benchmark and would be compared with themselves",
                $"{IssueCodes.EvaluatorIsSubject} at /items/1/subject: {MessageCatalogue.English.Format(IssueCodes.EvaluatorIsSubject, [new() { Name = "person", Value = "ann" }])}",
                "QK8501 at /items/1/interaction: the interaction `call-1` is in the session twice",
                "QK8503 at /items/2/benchmark: `gone` is no finished evaluation of `call-3` with the form version of the session",
            ],
            planned.Issues.Select(issue => issue.ToString()));
        Assert.Contains("ann", planned.Issues[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_without_a_name_is_none()
    {
        Validated<CalibrationSession> planned = Plan(Meetings.New with { Name = null! });

        Assert.False(planned.IsValid);
        Assert.Equal(["/name"], planned.Issues.Select(issue => issue.Pointer));
    }

    [Fact]
    public void What_cannot_be_opened_is_not_opened()
    {
        CalibrationSession session = Plan(Meetings.New with { Evaluators = [Meetings.Ann], Items = [Meetings.Item("call-1") with { Benchmark = ByXenia.Id }] }).Value;

        Validated<CalibrationSession> opened = SessionRules.Open(session, Meetings.NoBenchmarks, [], Lives.At(1));

        Assert.False(opened.IsValid);
        Assert.Equal([$"QK8503 at /items/0/benchmark: `{ByXenia.Id}` is no finished evaluation of `call-1` with the form version of the session"], opened.Issues.Select(issue => issue.ToString()));
    }

    [Fact]
    public void Whom_any_of_the_calls_is_about_and_who_made_any_of_the_benchmarks_is_left_out()
    {
        var benchmarks = new Dictionary<EvaluationId, Evaluation> { [ByXenia.Id] = ByXenia, [ByYves.Id] = ByYves };
        CalibrationSession session = SessionRules.Plan(
            Meetings.New with
            {
                Roles = ["evaluator"],
                Items = [Meetings.Item("call-1") with { Benchmark = ByXenia.Id }, Meetings.Item("call-2") with { Benchmark = ByYves.Id }, Meetings.Item("call-3", "bo")],
            },
            Meetings.Form, benchmarks, Meetings.Paul, Lives.At(0)).Value;

        CalibrationSession opened = SessionRules.Open(session, benchmarks, [new("anna"), new("bo"), new("xenia"), new("yves"), new("zoe")], Lives.At(1)).Value;

        Assert.Equal([Meetings.Ann, Meetings.Ben, new PersonId("zoe")], opened.Evaluators.AsEnumerable());
    }

    private static Validated<CalibrationSession> Plan(NewCalibration given) =>
        SessionRules.Plan(given, Meetings.Form, new Dictionary<EvaluationId, Evaluation> { [ByXenia.Id] = ByXenia }, Meetings.Paul, Lives.At(0));
}
