using QualityKit.Access;
using QualityKit.Calibration;
using QualityKit.Evaluations;
using QualityKit.People;
using QualityKit.Tests.Evaluations;
using QualityKit.Validation;

namespace QualityKit.Tests.Calibration;

public sealed class CalibrationDecisionTests
{
    [Fact]
    public void A_refusal_is_said_in_the_language_asked_for()
    {
        CalibrationDecision refused = Decide(Meetings.Planned(), CalibrationAction.Report, Meetings.Paul);

        Assert.Equal("Report is not possible while the session is Planned", refused.ToText());
        Assert.Equal("Report ist nicht möglich, solange die Sitzung Planned ist", refused.ToText(MessageCatalogue.German));
        Assert.Equal("Report er ikke muligt, mens sessionen er Planned", refused.ToText(MessageCatalogue.Danish));
    }

    [Fact]
    public void Whom_one_of_the_calls_is_about_decides_nothing()
    {
        CalibrationSession session = Meetings.Planned(Meetings.New with { Items = [Meetings.Item("call-1"), Meetings.Item("call-2", "bo")] });

        foreach (string agent in new[] { "anna", "bo" })
        {
            CalibrationDecision decision = Decide(session, CalibrationAction.Open, Meetings.Someone(agent, Roles.Administrator));

            Assert.Equal(CalibrationActionCodes.NotSubject, decision.Code);
            Assert.Equal("Open ist nicht für den, von dem eine Interaktion der Sitzung handelt", decision.ToText(MessageCatalogue.German));
        }

        Assert.Equal(CalibrationActionCodes.Allowed, Decide(session, CalibrationAction.Open, Meetings.Someone("mia", Roles.Administrator)).Code);
    }

    private static CalibrationDecision Decide(CalibrationSession session, CalibrationAction action, Actor actor) =>
        CalibrationWorkflow.Decide(session, action, AccessPolicy.Standard, actor);
}
