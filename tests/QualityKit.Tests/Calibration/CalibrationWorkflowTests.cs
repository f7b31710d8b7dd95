using QualityKit.Access;
using QualityKit.Calibration;
using QualityKit.Evaluations;
using QualityKit.People;
using QualityKit.Tests.Evaluations;
using QualityKit.Validation;

namespace QualityKit.Tests.Calibration;

public sealed class CalibrationWorkflowTests
{
    private static readonly CalibrationAction[] All = Enum.GetValues<CalibrationAction>();

    [Theory]
    [InlineData(CalibrationSessionStatus.Planned, "View Open Cancel")]
    [InlineData(CalibrationSessionStatus.Open, "View Open Close Cancel")]
    [InlineData(CalibrationSessionStatus.Closing, "View Close")]
    [InlineData(CalibrationSessionStatus.Closed, "View Resolve Report")]
    [InlineData(CalibrationSessionStatus.Cancelled, "View")]
    public void Each_status_has_what_can_be_done(CalibrationSessionStatus status, string expected) =>
        Assert.Equal(expected, string.Join(' ', CalibrationWorkflow.Allowed(In(status), AccessPolicy.Standard, Meetings.Paul)));

    [Theory]
    [InlineData("evaluationPlanner", "View Open Close Cancel Resolve Report")]
    [InlineData("qualityManager", "View Open Close Cancel Resolve Report")]
    [InlineData("administrator", "View Open Close Cancel Resolve Report")]
    [InlineData("centreManager", "View Report")]
    [InlineData("auditor", "View Report")]
    [InlineData("evaluator", "")]
    [InlineData("expertEvaluator", "")]
    [InlineData("supervisor", "")]
    [InlineData("agent", "")]
    public void A_role_does_what_it_is_for_with_sessions_of_others(string role, string expected) =>
        Assert.Equal(expected, Doing(Meetings.Someone("mia", Roles.Standard.Single(one => one.Key == role))));

    [Theory]
    [InlineData("ann", "evaluator", "View Report")]
    [InlineData("ann", "expertEvaluator", "View Report")]
    [InlineData("expert", "expertEvaluator", "View Report")]
    [InlineData("lea", "expertEvaluator", "View Close Resolve Report")]
    [InlineData("ann", "agent", "")]
    public void Who_takes_part_reads_and_who_leads_reveals(string person, string role, string expected) =>
        Assert.Equal(expected, Doing(Meetings.Someone(person, Roles.Standard.Single(one => one.Key == role))));

    [Fact]
    public void Whom_a_call_is_about_decides_nothing_and_may_be_told_of_it()
    {
        Actor anna = Meetings.Someone("anna", Roles.Administrator);

        CalibrationDecision decision = CalibrationWorkflow.Decide(In(CalibrationSessionStatus.Open), CalibrationAction.Close, AccessPolicy.Standard, anna);

        Assert.Equal(CalibrationActionCodes.NotSubject, decision.Code);
        Assert.Equal("Close is not for whom an interaction of the session is about", decision.ToText());
        Assert.Equal([CalibrationAction.View], CalibrationWorkflow.Allowed(In(CalibrationSessionStatus.Closed), AccessPolicy.Standard, anna).AsEnumerable());
    }

    [Fact]
    public void A_session_of_another_tenant_is_nobodys()
    {
        Actor stranger = Meetings.Paul with { Roles = [] };

        CalibrationDecision decision = CalibrationWorkflow.Decide(In(CalibrationSessionStatus.Open), CalibrationAction.View, AccessPolicy.Standard, stranger);

        Assert.Equal(CalibrationActionCodes.NoAccess, decision.Code);
        Assert.Equal("no role of the actor allows ViewCalibrations", decision.ToString());
        Assert.Throws<AccessDeniedException>(() => CalibrationWorkflow.Demand(In(CalibrationSessionStatus.Open), CalibrationAction.View, AccessPolicy.Standard, stranger));
    }

    [Fact]
    public void The_folder_of_the_form_decides_too()
    {
        AccessPolicy policy = AccessPolicy.Standard with { Directories = [new() { Directory = "hr", Role = "evaluationPlanner", Level = DirectoryLevel.Read }] };
        CalibrationSession session = In(CalibrationSessionStatus.Open) with { Directory = "hr" };

        Assert.Equal([CalibrationAction.View], CalibrationWorkflow.Allowed(session, policy, Meetings.Paul).AsEnumerable());
    }

    [Fact]
    public void A_refusal_says_where_the_session_stands_in_every_language()
    {
        CalibrationNotAllowedException refused = Assert.Throws<CalibrationNotAllowedException>(
            () => CalibrationWorkflow.Demand(In(CalibrationSessionStatus.Planned), CalibrationAction.Report, AccessPolicy.Standard, Meetings.Paul));

        Assert.Equal("Report is not possible while the session is Planned", refused.Message);
        Assert.Equal((CalibrationSessionStatus.Planned, CalibrationAction.Report), (refused.Decision.Status, refused.Decision.Action));
        Assert.All(
            typeof(CalibrationActionCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!),
            code => Assert.All(new[] { MessageCatalogue.English, MessageCatalogue.Danish, MessageCatalogue.German }, words => Assert.NotNull(words.Template(code))));
    }

    [Fact]
    public void What_is_missing_is_counted_for_each_who_was_asked()
    {
        CalibrationSession session = Meetings.Opened();
        bool IsThere(CalibrationItem item, PersonId person) => person == Meetings.Ben || (person == Meetings.Ann && item.Interaction.Value == "call-1");

        Assert.Equal(["ann (1)", "expert (2)"], CalibrationWorkflow.Missing(session, IsThere).Select(one => one.ToString()));
        Assert.Empty(CalibrationWorkflow.Missing(session, (_, _) => true));
    }

    [Theory]
    [InlineData(CalibrationSessionStatus.Planned, "Assign Start SaveDraft Suggest Submit")]
    [InlineData(CalibrationSessionStatus.Open, "Assign")]
    [InlineData(CalibrationSessionStatus.Closing, "Assign Start SaveDraft Suggest Submit")]
    [InlineData(CalibrationSessionStatus.Closed, "Assign Start SaveDraft Suggest Submit")]
    [InlineData(CalibrationSessionStatus.Cancelled, "Assign Start SaveDraft Suggest Submit")]
    public void Nothing_is_taken_in_but_while_it_is_open_and_who_evaluates_is_fixed(CalibrationSessionStatus status, string refused) =>
        Assert.Equal(refused, string.Join(' ', Enum.GetValues<EvaluationAction>().Where(In(status).Refuses)));

    private static string Doing(Actor actor) => string.Join(' ', All.Where(action => Enum.GetValues<CalibrationSessionStatus>()
        .Any(status => CalibrationWorkflow.Decide(In(status) with { Lead = new("lea") }, action, AccessPolicy.Standard, actor).IsAllowed)));

    private static CalibrationSession In(CalibrationSessionStatus status) => Meetings.Planned() with
    {
        OpenedAt = status == CalibrationSessionStatus.Planned ? null : Lives.At(1),
        ClosingAt = status is CalibrationSessionStatus.Closing or CalibrationSessionStatus.Closed ? Lives.At(2) : null,
        ClosedAt = status == CalibrationSessionStatus.Closed ? Lives.At(3) : null,
        CancelledAt = status == CalibrationSessionStatus.Cancelled ? Lives.At(3) : null,
    };
}
