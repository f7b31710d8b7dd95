using QualityKit.Forms;
using QualityKit.People;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Makes an evaluation of what it is to be (rule E2).</summary>
internal static class EvaluationMaker
{
    public static Validated<EvaluationChange> Create(NewEvaluation given, EvaluationForm form, Actor actor, DateTimeOffset now)
    {
        EvaluationId id = given.IdIn(actor.Tenant);
        var turn = new Turn(id, given.Id, actor.Id, now);
        Check(turn.Issues, given, now);
        turn.Tell(FactCodes.Created, ("kind", given.Kind), ("form", form.Id), ("to", given.Evaluator));
        var assignment = new Assignment { Evaluator = given.Evaluator, By = actor.Id, At = now, Deadlines = given.Deadlines };
        return turn.Done(() => new(new(given.Origin, given.Subject, given.Part, assignment)
        {
            Id = id,
            Tenant = actor.Tenant,
            Kind = given.Kind,
            Interaction = given.Interaction,
            Reviewed = given.Reviewed,
            Session = given.Session,
            Form = form.Id,
            Directory = form.Directory,
            Unit = given.Unit,
            CreatedAt = now,
        }));
    }

    private static void Check(IssueList issues, NewEvaluation given, DateTimeOffset now)
    {
        AssignmentRules.Check(issues, given.Kind, given.Subject, given.Evaluator, "/evaluator");
        AssignmentRules.Check(issues, given.Deadlines, now);
        Need(issues, given.Kind is EvaluationKind.Self or EvaluationKind.Review && !given.Subject.IsPerson, IssueCodes.SubjectMustBePerson, "/subject");
        Need(issues, given.Kind == EvaluationKind.Imported, IssueCodes.NotByImport, "/kind");
        Need(issues, (given.Kind == EvaluationKind.Review) != given.Reviewed is not null, IssueCodes.ReviewedMismatch, "/reviewed");
        Need(issues, (given.Kind == EvaluationKind.Calibration) != given.Session is not null, IssueCodes.SessionMismatch, "/session");
        Need(issues, given.Interaction is null == given.Part.IsOfInteraction, IssueCodes.PartMismatch, "/part");
    }

    private static void Need(IssueList issues, bool isWrong, string code, string pointer)
    {
        if (isWrong)
        {
            issues.Error(code, pointer);
        }
    }
}
