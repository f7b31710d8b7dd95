using QualityKit.Access;
using QualityKit.Calibration;
using QualityKit.Canonical;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Scoring;

namespace QualityKit.Tests.Doors;

/// <summary>One right value of every kind that the methods of evaluations, people and access take.</summary>
internal static class LifeSamples
{
    public static IEnumerable<object> All(EvaluationForm form, AnswerSheet sheet)
    {
        var actor = new Actor { Tenant = new("acme"), Id = new("mia"), Roles = ["administrator"] };
        var target = new AccessTarget { Tenant = actor.Tenant, Subject = new PersonId("anna") };
        ActorAccess access = AccessRules.For(AccessPolicy.Standard, actor, target);
        var content = new PersonalContent { Id = new("c"), Salt = new("salt"), Text = "text" };
        var given = new NewEvaluation { Id = new("n"), Kind = EvaluationKind.Quality, Subject = Subject.Of(new PersonId("anna")), Interaction = new("call") };
        var session = new CalibrationSession { Id = new("s"), Name = "July", Form = form.Id, Lead = actor.Id, Evaluators = [], Items = [], PlannedAt = default, ClosedAt = default(DateTimeOffset) };
        var closed = new ClosedSession { Session = session, Form = form, Recorded = [], Resolved = [], Texts = new Dictionary<ContentId, string>() };
        Evaluation evaluation = EvaluationWorkflow.Create(given, form, access, default).Value.Evaluation;
        return
        [
            actor, target, access, new Unit(), session, new NewCalibration { Id = new("n"), Name = "July", Form = form.Id, Items = [] }, access.Decide(Permission.ViewForms), AccessPolicy.Standard, Roles.Agent, AttributeSchema.Empty, AttributeSet.Empty, AttributeValue.Of("a"),
            new AttributePredicate.IsSet { Attribute = "a" }, new UnitPeriod { From = default, Unit = new() }, UnitTimeline.Empty, content, content.Reference, given, evaluation,
            EvaluationWorkflow.Decide(evaluation, EvaluationAction.Start, form, access, default), new StartEvaluation { Id = new("s") }, EvaluationAnswers.Of(sheet),
            CalibrationWorkflow.Decide(session, CalibrationAction.View, AccessPolicy.Standard, actor), SessionReport.Of(closed, null, usesResolved: false), CalibrationOverview.Of([closed], new()), new CalibrationQuery(),
            new RecordedAnswers { Sheet = sheet }, new Interaction { Id = new("i"), Tenant = actor.Tenant, Media = MediaType.Chat, Direction = Direction.Inbound, StartedAt = default },
            new ImportedEvaluation { Id = new("m"), System = "s", SourceId = "1", Subject = given.Subject, Evaluator = actor.Id, SubmittedAt = default, Answers = sheet, Salt = content.Salt },
        ];
    }
}
