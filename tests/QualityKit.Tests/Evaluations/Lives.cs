using QualityKit.Access;
using QualityKit.Canonical;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Scoring;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Tests.Evaluations;

/// <summary>What tests of the life of evaluations have in common: hours since a morning, a form with one question that counts, people with every right.</summary>
internal static class Lives
{
    public static TenantId Tenant { get; } = new("acme");

    public static ContentSalt Salt { get; } = new("00112233445566778899aabbccddeeff");

    public static PersonId Anna { get; } = new("anna");

    public static PersonId Eva { get; } = new("eva");

    public static PersonId Rita { get; } = new("rita");

    public static AnswerSheet Good { get; } = AnswerSheet.Empty.Answer("greeting", "yes");

    public static AnswerSheet Bad { get; } = AnswerSheet.Empty.Answer("greeting", "no");

    public static DateTimeOffset At(decimal hours) => new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero).AddHours((double)hours);

    public static EvaluationForm Form(FormSettings? settings = null) => (EvaluationForm.Draft("Call")
        .Group("Opening", 1, Ask.YesNo("greeting", "Greeted?"), Ask.Text("summary", "What happened?") with { IsRequired = false }) with
    { Settings = settings ?? new() }).Publish().Value;

    public static EvaluationForm Open { get; } = Form(new()
    {
        RequiresAcknowledgement = true,
        Disputes = new() { Maximum = 3, AllowsAfterAcknowledgement = true, Assignees = [DisputeAssignee.User("rita")] },
    });

    public static NewEvaluation New { get; } = new()
    {
        Id = new("create"),
        Kind = EvaluationKind.Quality,
        Subject = Subject.Of(Anna),
        Interaction = new("call"),
        Evaluator = Eva,
    };

    public static Evaluation Begin(EvaluationForm form, NewEvaluation given, DateTimeOffset now) =>
        EvaluationWorkflow.Create(given, form, AccessTo(new() { Tenant = Tenant }, "planner", isMachine: false, Enum.GetValues<Permission>()), now).Value.Evaluation;

    public static Evaluation Begin() => Begin(Open, New, At(0));

    public static ActorAccess Access(Evaluation evaluation, string person, bool isMachine = false, Unit? today = null, Permission[]? rights = null) =>
        AccessTo(evaluation.TargetFor(today, AttributeSet.Empty), person, isMachine, rights ?? Enum.GetValues<Permission>());

    public static ActorAccess AccessTo(AccessTarget target, string person, bool isMachine, Permission[] rights) => AccessRules.For(
        new() { Roles = [new Role { Key = "test" }.Allow(Reach.Everyone, rights)] },
        new() { Tenant = Tenant, Id = new(person), IsMachine = isMachine, Roles = ["test"] },
        target);

    /// <summary>Applies a command of somebody with every right.</summary>
    public static Validated<EvaluationChange> Try(this Evaluation evaluation, string person, EvaluationCommand command, decimal hours, EvaluationForm? form = null) =>
        EvaluationWorkflow.Apply(evaluation, command, form ?? Open, Access(evaluation, person, isMachine: person == "bot"), At(hours));

    /// <summary>The evaluation after a command that goes well.</summary>
    public static Evaluation Do(this Evaluation evaluation, string person, EvaluationCommand command, decimal hours, EvaluationForm? form = null) =>
        evaluation.Try(person, command, hours, form).Value.Evaluation;

    public static SubmitEvaluation Submit(AnswerSheet sheet) => new() { Id = new("submit"), Answers = EvaluationAnswers.Of(sheet), Salt = Salt };

    public static ReleaseEvaluation Release(ReleaseTime? when = null) => new() { Id = new("release"), When = when ?? ReleaseTime.Now };

    public static DisputeEvaluation Dispute(params DisputedQuestion[] questions) => new() { Id = new("dispute"), Reason = "I did greet.", Questions = [.. questions], Salt = Salt };

    public static Evaluation Submitted() => Begin().Do("eva", Submit(Bad), 1);

    public static Evaluation Released() => Submitted().Do("eva", Release(), 2);

    public static Evaluation Disputed() => Released().Do("anna", Dispute(), 3);

    /// <summary>The name of a command in cases: <c>saveDraft</c>.</summary>
    public static string NameOf(EvaluationAction action) => char.ToLowerInvariant(action.ToString()[0]) + action.ToString()[1..];

    public static EvaluationAction ActionOf(string name) => Enum.Parse<EvaluationAction>(name, ignoreCase: true);
}
