using System.Text.Json;
using QualityKit.Access;
using QualityKit.Canonical;
using QualityKit.CaseRunner.Json;
using QualityKit.Evaluations;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Cases;

/// <summary>Whether somebody may do something with an evaluation in a state, and where it stands then.</summary>
internal static class LifeCycleCase
{
    private static readonly DateTimeOffset Released = new(2025, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ContentSalt Salt = new(new string('0', 32));

    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        JsonElement input = published.Input;
        input.OnlyHas("input", "action", "status", "released", "disputesEnabled", "disputeCount", "max", "daysSinceRelease", "actor", "disputeWindowDays", "revisionsEnabled", "acknowledged");
        published.Expected.OnlyHas("expected result", "allowed", "status", "disputeCount");
        return Compare(published.Expected, new LifeCycleState(input, Released, Salt));
    }

    private static Comparison Compare(JsonElement expected, LifeCycleState state)
    {
        (EvaluationCommand command, string actor) = Attempt(state);
        ActorAccess access = state.Access(actor);
        bool isAllowed = EvaluationWorkflow.Allowed(state.Evaluation, state.Form, access, state.Now).Contains(command.Action);
        Evaluation after = isAllowed ? EvaluationWorkflow.Apply(state.Evaluation, command, state.Form, access, state.Now).Value.Evaluation : state.Evaluation;

        var comparison = new Comparison();
        comparison.Flag("allowed", expected.RequiredMember("allowed"), isAllowed);
        if (expected.OptionalText("status") is { } status)
        {
            comparison.Same("status", status, NameOf(after.StatusAt(state.Now)));
        }

        if (expected.OptionalDecimal("disputeCount") is { } count)
        {
            comparison.Same("disputeCount", $"{count}", $"{after.Disputes.Length}");
        }

        return comparison;
    }

    private static (EvaluationCommand Command, string Actor) Attempt(LifeCycleState state)
    {
        EvaluationAnswers answers = EvaluationAnswers.Of(AnswerSheet.Empty.Answer("question", "yes"));
        return state.Action switch
        {
            "dispute" => (new DisputeEvaluation { Id = new("try"), Reason = "disputed", Salt = Salt }, state.Actor),
            "acknowledge" or "review" or "signOff" => (new AcknowledgeEvaluation { Id = new("try"), Salt = Salt }, state.Actor),
            "release" => (new ReleaseEvaluation { Id = new("try"), When = ReleaseTime.Now }, state.Actor),
            "decline" => (new DeclineDispute { Id = new("try"), Reason = "declined", Salt = Salt }, state.Actor),
            "rescore" when state.Evaluation.OpenDispute is not null => (new AcceptDispute { Id = new("try"), Answers = answers, Salt = Salt }, state.Actor),
            "rescore" => (new RescoreEvaluation { Id = new("try"), Answers = answers, Reason = "again", Salt = Salt }, state.Actor),
            "submit" => (new SubmitEvaluation { Id = new("try"), Answers = answers, Salt = Salt }, state.Actor),
            "delete" => (new DeleteEvaluation { Id = new("try"), Reason = "deleted" }, state.Actor),
            _ => throw new UnsupportedCaseException($"the action `{state.Action}` is not known"),
        };
    }

    // The words of Genesys Cloud, as the head of the file explains them.
    private static string NameOf(EvaluationStatus status) => status switch
    {
        EvaluationStatus.Pending => "PENDING",
        EvaluationStatus.InProgress => "INPROGRESS",
        EvaluationStatus.Disputed => "INREVIEW",
        EvaluationStatus.Superseded => "RETRACTED",
        EvaluationStatus.Finished or EvaluationStatus.Released or EvaluationStatus.Acknowledged => "FINISHED",
        _ => status.ToString(),
    };
}
