using QualityKit.Calibration;
using QualityKit.Evaluations;
using QualityKit.People;
using QualityKit.Tests.Evaluations;

namespace QualityKit.Tests.Calibration;

public sealed class SessionRoundTests
{
    private static readonly Evaluation Benchmark = Meetings.Finished(Meetings.Answers("yes", "partly", "yes"), by: "xenia");

    [Fact]
    public void A_benchmark_counts_in_the_version_that_it_had_when_the_session_was_opened()
    {
        RecordedSheet expert = Round(version: 1).Expert!;

        Assert.Equal((new PersonId("xenia"), Benchmark.Id, 1), (expert.Evaluator, expert.Evaluation, expert.Version));
        Assert.Equal(80, expert.Sheet.Total);
    }

    [Fact]
    public void A_version_that_is_not_there_is_no_benchmark()
    {
        Assert.Null(Round(version: 2).Expert);
        Assert.Null(Round(version: 0).Expert);
    }

    [Fact]
    public void Who_has_a_sheet_is_the_expert_or_one_of_the_evaluators()
    {
        SessionRound round = Meetings.Closed(
            Meetings.New with { Items = [Meetings.Item("call-1")] }, Lives.At(5), (Meetings.Answers("yes", "yes", "yes"), Meetings.Answers("no", "yes", "yes"), null)).Recorded[0];

        Assert.Equal([true, true, false, false], new[] { Meetings.Expert, Meetings.Ann, Meetings.Ben, new PersonId("zoe") }.Select(round.Has));
    }

    private static SessionRound Round(int version)
    {
        CalibrationItem item = Meetings.Item("call-1") with { Benchmark = Benchmark.Id, BenchmarkVersion = version };
        return SessionRound.Of(Meetings.Opened(), item, Meetings.Form, new Dictionary<PersonId, Evaluation>(), Benchmark);
    }
}
