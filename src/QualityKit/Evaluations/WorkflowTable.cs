using System.Collections.Frozen;
using System.Collections.Immutable;
using QualityKit.People;
using static QualityKit.Evaluations.EvaluationStatus;

namespace QualityKit.Evaluations;

/// <summary>The state machine as data: which command each status has, what right it needs, and what else must hold (docs/evaluations.md).</summary>
internal static class WorkflowTable
{
    private static readonly EvaluationStatus[] Unfinished = [Pending, InProgress];
    private static readonly EvaluationStatus[] Settled = [Finished, Released, Acknowledged];
    private static readonly EvaluationStatus[] Discussed = [InProgress, Finished, Released, Acknowledged, Disputed];

    private static readonly Func<Situation, string?>[] Handling = [Guards.Person, Guards.Reviewer];
    private static readonly Func<Situation, string?>[] Rescoring = [Guards.Person, Guards.NotSubject, Guards.KindRescored, Guards.FormRevised];

    private static readonly FrozenDictionary<(EvaluationAction Action, EvaluationStatus Status), ImmutableArray<Func<Situation, string?>>> Cells =
        new[]
        {
            Row(EvaluationAction.Assign, [.. Unfinished, Disputed], Guards.NotSubject),
            Row(EvaluationAction.Start, [Pending], Guards.Evaluator),
            Row(EvaluationAction.SaveDraft, Unfinished, Guards.Evaluator),
            Row(EvaluationAction.SaveDraft, Settled, Rescoring),
            Row(EvaluationAction.SaveDraft, [Disputed], Handling),
            Row(EvaluationAction.Suggest, Unfinished, Guards.Machine),
            Row(EvaluationAction.Submit, Unfinished, Guards.Evaluator),
            Row(EvaluationAction.Confirm, [Finished], Guards.Person, Guards.NotSubject, Guards.Unconfirmed),
            Row(EvaluationAction.Release, [Finished], Guards.NotSubject, Guards.KindReleased, Guards.Confirmed),
            Row(EvaluationAction.Comment, Discussed, Guards.SeenIfSubject),
            Row(EvaluationAction.CommentPrivately, Discussed, Guards.NotSubject),
            Row(EvaluationAction.Acknowledge, [Released], Guards.Subject),
            Row(EvaluationAction.CloseAcknowledgement, [Released], Guards.Person, Guards.NotSubject, Guards.Awaited, Guards.SubjectLeft),
            Row(EvaluationAction.Dispute, [Finished], Guards.Person, Guards.NotSubject, Guards.KindDisputed, Guards.NotScorer, Guards.DisputeTerms),
            Row(EvaluationAction.Dispute, [Released], Guards.Subject, Guards.KindDisputed, Guards.DisputeTerms),
            Row(EvaluationAction.Dispute, [Acknowledged], Guards.Subject, Guards.KindDisputed, Guards.AfterAcknowledgement, Guards.DisputeTerms),
            Row(EvaluationAction.AcceptDispute, [Disputed], Handling),
            Row(EvaluationAction.DeclineDispute, [Disputed], Handling),
            Row(EvaluationAction.Rescore, Settled, Rescoring),
            Row(EvaluationAction.Delete, [.. Unfinished, .. Settled, Expired], Guards.NotSubject),
            Row(EvaluationAction.Announce, [.. Unfinished, Released, Acknowledged, Disputed, Expired], Guards.Machine, Guards.SomethingDue),
        }.SelectMany(cells => cells).ToFrozenDictionary();

    /// <summary>What must hold besides; null when the status does not have the command.</summary>
    public static ImmutableArray<Func<Situation, string?>>? Guarding(EvaluationAction action, EvaluationStatus status) =>
        Cells.TryGetValue((action, status), out ImmutableArray<Func<Situation, string?>> guards) ? guards : null;

    /// <summary>The right that a command needs.</summary>
    public static Permission PermissionFor(EvaluationAction action) => action switch
    {
        EvaluationAction.Assign => Permission.AssignEvaluations,
        EvaluationAction.Start => Permission.StartEvaluations,
        EvaluationAction.SaveDraft => Permission.SaveDrafts,
        EvaluationAction.Suggest => Permission.SuggestAnswers,
        EvaluationAction.Submit => Permission.SubmitEvaluations,
        EvaluationAction.Confirm => Permission.ConfirmEvaluations,
        EvaluationAction.Release => Permission.ReleaseEvaluations,
        EvaluationAction.Comment => Permission.Comment,
        EvaluationAction.CommentPrivately => Permission.CommentPrivately,
        EvaluationAction.Acknowledge => Permission.AcknowledgeEvaluations,
        EvaluationAction.CloseAcknowledgement => Permission.CloseAcknowledgements,
        EvaluationAction.Dispute => Permission.DisputeEvaluations,
        EvaluationAction.AcceptDispute => Permission.AcceptDisputes,
        EvaluationAction.DeclineDispute => Permission.DeclineDisputes,
        EvaluationAction.Rescore => Permission.RescoreEvaluations,
        EvaluationAction.Delete => Permission.DeleteEvaluations,
        _ => Permission.AnnounceEvaluations,
    };

    private static IEnumerable<KeyValuePair<(EvaluationAction Action, EvaluationStatus Status), ImmutableArray<Func<Situation, string?>>>> Row(
        EvaluationAction action, EvaluationStatus[] statuses, params Func<Situation, string?>[] guards) =>
        statuses.Select(status => KeyValuePair.Create((action, status), guards.ToImmutableArray()));
}
