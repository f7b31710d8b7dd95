using System.Text.Json;
using QualityKit.Access;
using QualityKit.Canonical;
using QualityKit.CaseRunner.Json;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Scoring;
using QualityKit.Storage.Documents;

namespace QualityKit.CaseRunner.Cases;

/// <summary>An evaluation brought to the state that a case describes, by commands.</summary>
internal sealed class LifeCycleState
{
    private static readonly TenantId Tenant = new("case");

    private readonly ContentSalt _salt;
    private readonly DateTimeOffset _start;
    private int _commands;

    public LifeCycleState(JsonElement input, DateTimeOffset start, ContentSalt salt)
    {
        _salt = salt;
        _start = start;
        Actor = input.OptionalText("actor") ?? "agent";
        Action = input.OptionalText("action") ?? (input.Member("disputesEnabled") is null ? throw new UnsupportedCaseException("the case does not say what is tried") : "dispute");
        Form = FormOf(input);
        Evaluation = Create();
        Now = start.AddDays((double)(input.OptionalDecimal("daysSinceRelease") ?? 0));
        Bring(input);
    }

    public string Actor { get; }

    public string Action { get; }

    public EvaluationForm Form { get; }

    public Evaluation Evaluation { get; private set; }

    public DateTimeOffset Now { get; }

    /// <summary>Somebody with every right: cases of this kind are about states.</summary>
    public ActorAccess Access(string person) => AccessRules.For(
        AccessPolicy.Standard,
        new() { Tenant = Tenant, Id = new(person), Roles = [Roles.Administrator.Key] },
        Evaluation.TargetFor(null, AttributeSet.Empty));

    private static EvaluationForm FormOf(JsonElement input)
    {
        DisputeSettings disputes = new();
        FormDraft draft = EvaluationForm.Draft("Case").Group("Group", 1, Ask.YesNo("question", "Question?"));
        return (draft with
        {
            Settings = new()
            {
                AllowsRevisions = input.Value("revisionsEnabled")?.ToFlag() ?? true,
                Disputes = input.Flag("disputesEnabled")
                    ? disputes with
                    {
                        Maximum = (int)(input.OptionalDecimal("max") ?? disputes.Maximum),
                        WindowDays = (int)(input.OptionalDecimal("disputeWindowDays") ?? disputes.WindowDays),
                    }
                    : null,
            },
        }).Publish().Value;
    }

    private Evaluation Create() => EvaluationWorkflow.Create(
        new() { Id = Next(), Kind = EvaluationKind.Quality, Subject = Subject.Of(new PersonId("agent")), Interaction = new("interaction"), Evaluator = new("evaluator") },
        Form,
        AccessRules.For(AccessPolicy.Standard, new() { Tenant = Tenant, Id = new("planner"), Roles = [Roles.Administrator.Key] }, new() { Tenant = Tenant }),
        _start).Value.Evaluation;

    private void Bring(JsonElement input)
    {
        string status = input.RequiredMember("status").ToText();
        if (status is "PENDING" or "INPROGRESS")
        {
            Do("evaluator", status == "PENDING" ? null : new StartEvaluation { Id = Next() });
            return;
        }

        if (status is not ("FINISHED" or "INREVIEW"))
        {
            throw new UnsupportedCaseException($"the status `{status}` is not one that an evaluation is brought to");
        }

        Do("evaluator", new SubmitEvaluation { Id = Next(), Answers = EvaluationAnswers.Of(AnswerSheet.Empty.Answer("question", "no")), Salt = _salt });
        if (input.Flag("released"))
        {
            Do("evaluator", new ReleaseEvaluation { Id = Next(), When = ReleaseTime.Now });
        }

        Dispute((int)(input.OptionalDecimal("disputeCount") ?? 0), input.Flag("released") ? "agent" : "supervisor", isLastOpen: status == "INREVIEW");
        Do("agent", input.Flag("acknowledged") ? new AcknowledgeEvaluation { Id = Next(), Salt = _salt } : null);
    }

    private void Dispute(int count, string by, bool isLastOpen)
    {
        for (int dispute = 1; dispute <= count; dispute++)
        {
            Do(by, new DisputeEvaluation { Id = Next(), Reason = "disputed", Salt = _salt });
            Do("reviewer", dispute == count && isLastOpen ? null : new DeclineDispute { Id = Next(), Reason = "declined", Salt = _salt });
        }
    }

    private void Do(string person, EvaluationCommand? command)
    {
        if (command is not null)
        {
            Evaluation = EvaluationWorkflow.Apply(Evaluation, command, Form, Access(person), _start).Value.Evaluation;
        }
    }

    private CommandId Next() => new($"command {++_commands}");
}
