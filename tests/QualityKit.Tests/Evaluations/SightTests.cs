using QualityKit.Evaluations;
using QualityKit.People;
using QualityKit.Validation;

namespace QualityKit.Tests.Evaluations;

public sealed class SightTests
{
    private static readonly CalibrationSession Session = new()
    {
        Id = new("s"),
        Name = "July",
        Form = Lives.Open.Id,
        Lead = new("lead"),
        Expert = new("erik"),
        Evaluators = [Lives.Eva, Lives.Rita],
        Items = [new() { Interaction = new("call-77"), Subject = Lives.New.Subject }],
        PlannedAt = Lives.At(0),
        OpenedAt = Lives.At(0),
    };

    [Fact]
    public void The_subject_sees_the_last_released_version_and_no_private_comment()
    {
        Evaluation rescored = Lives.Released().Do("rita", new RescoreEvaluation { Id = new("r"), Answers = EvaluationAnswers.Of(Lives.Good), Reason = "x", Salt = Lives.Salt }, 3);

        AssertSight(SightCodes.Unreleased, null, false, Sight(Lives.Submitted(), "anna"));
        AssertSight(SightCodes.Released, 1, false, Sight(rescored, "anna"));
        AssertSight(SightCodes.Current, 2, true, Sight(rescored, "lead"));
        AssertSight(SightCodes.Own, 2, true, Sight(rescored, "rita"));
    }

    [Fact]
    public void Before_it_is_submitted_only_the_evaluator_sees_answers()
    {
        AssertSight(SightCodes.Own, null, true, Sight(Lives.Begin(), "eva"));
        AssertSight(SightCodes.Unfinished, null, false, Sight(Lives.Begin(), "lead"));
        AssertSight(SightCodes.Unreleased, null, false, Sight(Lives.Begin(), "anna"));
    }

    [Fact]
    public void A_self_evaluation_is_the_subjects_own_work()
    {
        Evaluation self = Lives.Begin(Lives.Open, Lives.New with { Kind = EvaluationKind.Self, Evaluator = Lives.Anna }, Lives.At(0)).Do("anna", Lives.Submit(Lives.Good), 1);

        AssertSight(SightCodes.Own, 1, true, Sight(self, "anna"));
    }

    [Fact]
    public void What_was_deleted_shows_nothing() => AssertSight(
        SightCodes.Deleted, null, false, Sight(Lives.Submitted().Do("lead", new DeleteEvaluation { Id = new("d"), Reason = "x" }, 2), "eva"));

    [Fact]
    public void Without_a_right_nothing_is_seen()
    {
        EvaluationSight sight = EvaluationSight.Of(Lives.Submitted(), null, Lives.Access(Lives.Submitted(), "eva", rights: []), Lives.At(9));

        AssertSight(SightCodes.NoAccess, null, false, sight);
        Assert.Equal("no role of the actor allows ViewEvaluations", sight.ToString());
    }

    [Theory]
    [InlineData("eva", SightCodes.Own, SightCodes.Own)]
    [InlineData("rita", SightCodes.Blind, SightCodes.Current)]
    [InlineData("erik", SightCodes.Blind, SightCodes.Current)]
    [InlineData("lead", SightCodes.Blind, SightCodes.Current)]
    [InlineData("auditor", SightCodes.Current, SightCodes.Current)]
    [InlineData("anna", SightCodes.Unreleased, SightCodes.Unreleased)]
    public void A_session_is_blind_to_whoever_takes_part_until_it_is_revealed(string viewer, string before, string after)
    {
        Evaluation submitted = Calibration().Do("eva", Lives.Submit(Lives.Good), 1);

        Assert.Equal(before, Sight(submitted, viewer, Session with { OpenedAt = null }).Code);
        Assert.Equal(before, Sight(submitted, viewer, Session).Code);
        Assert.Equal(before, Sight(submitted, viewer, Session with { ClosingAt = Lives.At(2) }).Code);
        Assert.Equal(before, Sight(submitted, viewer, Session with { CancelledAt = Lives.At(2) }).Code);
        Assert.Equal(after, Sight(submitted, viewer, Session with { ClosingAt = Lives.At(2), ClosedAt = Lives.At(3) }).Code);
    }

    [Theory]
    [InlineData("eva", SightCodes.Own)]
    [InlineData("rita", SightCodes.Blind)]
    [InlineData("auditor", SightCodes.Current)]
    [InlineData("anna", SightCodes.Released)]
    public void What_a_session_compares_with_is_hidden_from_whoever_takes_part_until_it_is_over(string viewer, string before)
    {
        Evaluation finished = Lives.Released();
        CalibrationSession compared = Session with { Items = [Session.Items[0] with { Benchmark = finished.Id }] };

        Assert.Equal(before, Sight(finished, viewer, compared with { OpenedAt = null }).Code);
        Assert.Equal(before, Sight(finished, viewer, compared).Code);
        Assert.NotEqual(SightCodes.Blind, Sight(finished, viewer, compared with { CancelledAt = Lives.At(2) }).Code);
        Assert.NotEqual(SightCodes.Blind, Sight(finished, viewer, compared with { ClosedAt = Lives.At(2) }).Code);
    }

    [Fact]
    public void A_session_knows_where_it_stands_and_who_takes_part()
    {
        Assert.Equal(CalibrationSessionStatus.Planned, (Session with { OpenedAt = null }).Status);
        Assert.Equal(CalibrationSessionStatus.Open, Session.Status);
        Assert.Equal(CalibrationSessionStatus.Closing, (Session with { ClosingAt = Lives.At(1) }).Status);
        Assert.Equal(CalibrationSessionStatus.Closed, (Session with { ClosingAt = Lives.At(1), ClosedAt = Lives.At(1) }).Status);
        Assert.Equal(CalibrationSessionStatus.Cancelled, (Session with { CancelledAt = Lives.At(1) }).Status);
        Assert.Equal([new PersonId("lead"), new PersonId("erik"), Lives.Eva, Lives.Rita], Session.Participants.AsEnumerable());
        Assert.False(Session.Includes(Lives.Anna));
    }

    [Fact]
    public void Another_session_is_a_mistake()
    {
        Assert.Throws<ArgumentException>("session", () => Sight(Calibration(), "eva"));
        Assert.Throws<ArgumentException>("session", () => Sight(Lives.Begin(), "eva", Session));
        Assert.Throws<ArgumentException>("session", () => Sight(Calibration(), "eva", Session with { Id = new("other") }));
    }

    [Fact]
    public void Every_reason_reads_in_every_language() => Assert.All(
        typeof(SightCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!),
        code => Assert.All(new[] { MessageCatalogue.English, MessageCatalogue.Danish, MessageCatalogue.German }, words => Assert.NotNull(words.Template(code))));

    [Fact]
    public void A_reason_reads_as_a_sentence() => Assert.Equal("sessionen er blind, indtil den afsløres", Sight(Calibration(), "rita", Session).ToText(MessageCatalogue.Danish));

    private static Evaluation Calibration() => Lives.Begin(Lives.Open, Lives.New with { Kind = EvaluationKind.Calibration, Session = Session.Id }, Lives.At(0));

    private static EvaluationSight Sight(Evaluation evaluation, string viewer, CalibrationSession? session = null) =>
        EvaluationSight.Of(evaluation, session, Lives.Access(evaluation, viewer), Lives.At(9));

    private static void AssertSight(string code, int? version, bool seesPrivate, EvaluationSight sight)
    {
        Assert.Equal((code, version, seesPrivate), (sight.Code, sight.Version?.Number, sight.SeesPrivateComments));
        Assert.Equal(code is SightCodes.Own or SightCodes.Released or SightCodes.Current, sight.CanView);
    }
}
