using QualityKit.Access;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.People;
using QualityKit.Validation;

namespace QualityKit.Tests.Evaluations;

/// <summary>Why something is not possible: each reason by an evaluation that gives it.</summary>
public sealed class WorkflowReasonTests
{
    // Read off the constants: what a theory lists must not run what is tested. What a session refuses, a service refuses.
    public static TheoryData<string> Codes =>
        [.. typeof(WorkflowCodes).GetFields().Select(constant => (string)constant.GetRawConstantValue()!).Except([WorkflowCodes.Allowed, WorkflowCodes.NoAccess, WorkflowCodes.Session])];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_refusal_says_why(string code)
    {
        (_, Evaluation evaluation, string person, EvaluationAction action, EvaluationForm form) = Cases().Single(one => one.Code == code);

        ActionDecision decision = EvaluationWorkflow.Decide(evaluation, action, form, Lives.Access(evaluation, person, person == "bot"), Lives.At(5));

        Assert.Equal(code, decision.Code);
        Assert.False(decision.IsAllowed);
        Assert.Equal(action, decision.Action);
        Assert.Equal(evaluation.StatusAt(Lives.At(5)), decision.Status);
        Assert.All(new[] { MessageCatalogue.English, MessageCatalogue.Danish, MessageCatalogue.German }, words => Assert.DoesNotContain("{", decision.ToText(words), StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_possible_says_so()
    {
        ActionDecision decision = EvaluationWorkflow.Decide(Lives.Begin(), EvaluationAction.Start, Lives.Open, Lives.Access(Lives.Begin(), "eva"), Lives.At(5));

        Assert.Equal("Start is possible", decision.ToString());
        Assert.Equal(Permission.StartEvaluations, decision.Access.Permission);
    }

    [Fact]
    public void Without_a_right_the_reason_is_that_of_access()
    {
        Evaluation evaluation = Lives.Begin();
        ActorAccess access = Lives.Access(evaluation, "eva", rights: []);

        ActionDecision decision = EvaluationWorkflow.Decide(evaluation, EvaluationAction.Start, Lives.Open, access, Lives.At(5));
        var denied = Assert.Throws<AccessDeniedException>(() => EvaluationWorkflow.Apply(evaluation, new StartEvaluation { Id = new("s") }, Lives.Open, access, Lives.At(5)));

        Assert.Equal(WorkflowCodes.NoAccess, decision.Code);
        Assert.Equal("no role of the actor allows StartEvaluations", decision.ToText());
        Assert.Equal(decision.Access.Code, denied.Decision.Code);
        Assert.Equal(decision.ToText(), denied.Message);
    }

    [Fact]
    public void A_refused_command_throws_the_reason()
    {
        var refused = Assert.Throws<TransitionNotAllowedException>(() => Lives.Begin().Try("anna", Lives.Release(), 1));

        Assert.Equal("Release is not possible while the evaluation is Pending", refused.Message);
        Assert.Equal((EvaluationStatus.Pending, EvaluationAction.Release), (refused.Decision.Status, refused.Decision.Action));
    }

    [Fact]
    public void Another_form_or_access_to_something_else_is_a_mistake()
    {
        Evaluation evaluation = Lives.Begin();
        var start = new StartEvaluation { Id = new("s") };

        Assert.Throws<ArgumentException>("form", () => EvaluationWorkflow.Apply(evaluation, start, Lives.Form(), Lives.Access(evaluation, "eva"), Lives.At(1)));
        Assert.Throws<ArgumentException>("form", () => evaluation.AwaitsAcknowledgement(Lives.Form(), Lives.At(1)));
        Assert.Throws<ArgumentException>("access", () =>
            EvaluationWorkflow.Allowed(evaluation, Lives.Open, Lives.AccessTo(new() { Tenant = new("other"), Subject = Lives.Anna }, "eva", false, []), Lives.At(1)));
        Assert.Throws<ArgumentException>("access", () =>
            EvaluationSight.Of(evaluation, null, Lives.AccessTo(new() { Tenant = Lives.Tenant, Subject = Lives.Eva }, "eva", false, []), Lives.At(1)));
    }

    private static IEnumerable<(string Code, Evaluation Evaluation, string Person, EvaluationAction Action, EvaluationForm Form)> Cases()
    {
        EvaluationForm plain = Lives.Form();
        EvaluationForm disputed = Lives.Form(new() { AllowsRevisions = false, Disputes = new() { WindowDays = 1 } });
        Evaluation self = Lives.Begin(Lives.Open, Lives.New with { Kind = EvaluationKind.Trial }, Lives.At(0)).Do("eva", Lives.Submit(Lives.Good), 1);
        Evaluation machine = Lives.Begin(Lives.Open, Lives.New with { Evaluator = new PersonId("bot") }, Lives.At(0)).Do("bot", Lives.Submit(Lives.Good), 1);
        Evaluation late = Lives.Begin(disputed, Lives.New, Lives.At(-40)).Do("eva", Lives.Submit(Lives.Good), -39, disputed).Do("eva", Lives.Release(), -38, disputed);
        Evaluation again = Lives.Begin(disputed, Lives.New, Lives.At(0)).Do("eva", Lives.Submit(Lives.Good), 1, disputed).Do("eva", Lives.Release(), 2, disputed)
            .Do("anna", Lives.Dispute(), 3, disputed).Do("rita", Decline, 4, disputed);
        Evaluation acknowledged = again.Do("anna", new AcknowledgeEvaluation { Id = new("k"), Salt = Lives.Salt }, 5, disputed);
        Evaluation raised = Lives.Submitted().Do("lead", Lives.Dispute(), 2);
        return
        [
            (WorkflowCodes.Status, Lives.Begin(), "eva", EvaluationAction.Release, Lives.Open),
            (WorkflowCodes.OtherEvaluator, Lives.Begin(), "rita", EvaluationAction.Submit, Lives.Open),
            (WorkflowCodes.NotSubject, Lives.Submitted(), "anna", EvaluationAction.Release, Lives.Open),
            (WorkflowCodes.OnlySubject, Lives.Released(), "eva", EvaluationAction.Acknowledge, Lives.Open),
            (WorkflowCodes.OnlyPerson, Lives.Submitted(), "bot", EvaluationAction.Rescore, Lives.Open),
            (WorkflowCodes.OnlyMachine, Lives.Begin(), "eva", EvaluationAction.Suggest, Lives.Open),
            (WorkflowCodes.Kind, self, "eva", EvaluationAction.Release, Lives.Open),
            (WorkflowCodes.Form, again, "eva", EvaluationAction.Rescore, disputed),
            (WorkflowCodes.Unconfirmed, machine, "eva", EvaluationAction.Release, Lives.Open),
            (WorkflowCodes.NothingToConfirm, Lives.Submitted(), "eva", EvaluationAction.Confirm, Lives.Open),
            (WorkflowCodes.Unreleased, Lives.Submitted(), "anna", EvaluationAction.Comment, Lives.Open),
            (WorkflowCodes.NotAwaited, Lives.Begin(plain, Lives.New, Lives.At(0)).Do("eva", Lives.Submit(Lives.Good), 1, plain).Do("eva", Lives.Release(), 2, plain), "eva", EvaluationAction.CloseAcknowledgement, plain),
            (WorkflowCodes.NotLeft, Lives.Released(), "eva", EvaluationAction.CloseAcknowledgement, Lives.Open),
            (WorkflowCodes.WindowClosed, late, "anna", EvaluationAction.Dispute, disputed),
            (WorkflowCodes.TooManyDisputes, again, "anna", EvaluationAction.Dispute, disputed),
            (WorkflowCodes.Acknowledged, acknowledged, "anna", EvaluationAction.Dispute, disputed),
            (WorkflowCodes.Scorer, Lives.Submitted(), "eva", EvaluationAction.Dispute, Lives.Open),
            (WorkflowCodes.Raiser, raised, "lead", EvaluationAction.DeclineDispute, Lives.Open),
            (WorkflowCodes.OtherReviewer, Lives.Disputed(), "lead", EvaluationAction.AcceptDispute, Lives.Open),
            (WorkflowCodes.NothingDue, Lives.Begin(), "bot", EvaluationAction.Announce, Lives.Open),
        ];
    }

    private static DeclineDispute Decline { get; } = new() { Id = new("decline"), Reason = "You did not.", Salt = Lives.Salt };
}
