using QualityKit.Access;
using QualityKit.Calibration;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Scoring;
using QualityKit.Tests.Evaluations;

namespace QualityKit.Tests.Calibration;

/// <summary>What tests of calibration sessions have in common: a form of three questions, sessions of it, evaluations in them.</summary>
internal static class Meetings
{
    public static readonly PersonId Ann = new("ann");
    public static readonly PersonId Ben = new("ben");
    public static readonly PersonId Expert = new("expert");

    public static EvaluationForm Form { get; } = EvaluationForm.Draft("Support call")
        .Group("Opening", weight: 20, Ask.YesNo("greeting", "Greeted the customer?"))
        .Group(
            "Resolution",
            weight: 80,
            Ask.Choice("solved", "Was the issue solved?", ("yes", 10), ("partly", 5), ("no", 0)) with { AllowsNotApplicable = true },
            Ask.YesNo("identity", "Verified identity?") with { Comment = CommentRule.Always },
            Ask.Text("summary", "What happened?") with { IsRequired = false })
        .Publish().Value;

    public static AnswerSheet Answers(string greeting, string solved, string identity) =>
        AnswerSheet.Empty.Answer("greeting", greeting).Answer("solved", solved).Answer("identity", identity).Comment("identity", "heard");

    public static NewCalibration New { get; } = new()
    {
        Id = new("plan"),
        Name = "July",
        Form = Form.Id,
        Items = [Item("call-1"), Item("call-2")],
        Evaluators = [Ann, Ben],
        Expert = Expert,
    };

    public static Actor Paul { get; } = Someone("paul", Roles.EvaluationPlanner);

    public static Actor Someone(string person, Role role) => new() { Tenant = Lives.Tenant, Id = new(person), Roles = [role.Key] };

    public static CalibrationItem Item(string interaction, string agent = "anna") => new() { Interaction = new(interaction), Subject = Subject.Of(new PersonId(agent)) };

    public static CalibrationSession Planned(NewCalibration? given = null) => SessionRules.Plan(given ?? New, Form, NoBenchmarks, Paul, Lives.At(0)).Value;

    public static CalibrationSession Opened(NewCalibration? given = null) => SessionRules.Open(Planned(given), NoBenchmarks, [], Lives.At(1)).Value;

    public static IReadOnlyDictionary<EvaluationId, Evaluation> NoBenchmarks { get; } = new Dictionary<EvaluationId, Evaluation>();

    /// <summary>A finished evaluation of the form, of any kind that can be a benchmark.</summary>
    public static Evaluation Finished(AnswerSheet answers, string interaction = "call-1", string by = "expert", EvaluationForm? form = null) =>
        Lives.Begin(form ?? Form, Lives.New with { Id = new($"of {by} {interaction}"), Interaction = new(interaction), Evaluator = new PersonId(by) }, Lives.At(0))
            .Do(by, Lives.Submit(answers), 1, form ?? Form);

    /// <summary>What somebody submits in a session.</summary>
    public static Evaluation In(CalibrationSession session, PersonId person, string interaction, AnswerSheet answers) =>
        Lives.Begin(
            Form,
            Lives.New with { Id = new($"{session.Id} {person} {interaction}"), Kind = EvaluationKind.Calibration, Session = session.Id, Interaction = new(interaction), Evaluator = person },
            Lives.At(1)).Do(person.Value, Lives.Submit(answers), 2, Form);

    /// <summary>A closed session: what the expert and each evaluator gave to each interaction; null for whoever has not submitted.</summary>
    public static ClosedSession Closed(NewCalibration given, DateTimeOffset at, params (AnswerSheet? Expert, AnswerSheet? Ann, AnswerSheet? Ben)[] sheets)
    {
        CalibrationSession session = Opened(given) with { ClosingAt = at, ClosedAt = at };
        return new()
        {
            Session = session,
            Form = Form,
            Recorded = [.. session.Items.Select((item, position) => SessionRound.Of(session, item, Form, Made(session, item, sheets[position]), benchmark: null))],
            Resolved = [],
            Texts = new Dictionary<Canonical.ContentId, string>(),
        };
    }

    private static Dictionary<PersonId, Evaluation> Made(CalibrationSession session, CalibrationItem item, (AnswerSheet? Expert, AnswerSheet? Ann, AnswerSheet? Ben) sheets)
    {
        var made = new Dictionary<PersonId, Evaluation>();
        foreach ((PersonId person, AnswerSheet? answers) in new[] { (Expert, sheets.Expert), (Ann, sheets.Ann), (Ben, sheets.Ben) })
        {
            if (answers is not null)
            {
                made[person] = In(session, person, item.Interaction.Value, answers);
            }
        }

        return made;
    }
}
