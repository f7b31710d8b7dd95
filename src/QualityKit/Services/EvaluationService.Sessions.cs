using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Evaluations;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <content>What a calibration session says of its evaluations, and of those that it compares with (rule E18).</content>
public sealed partial class EvaluationService
{
    private async ValueTask<EvaluationSight> SightAsync(Evaluation evaluation, ActorAccess access, AccessScope scope, CancellationToken cancellationToken)
    {
        CalibrationSession? session = evaluation.Session is { } id
            ? (await _evaluations.SessionAsync(evaluation.Tenant, id, cancellationToken).ConfigureAwait(false))?.Session ?? EvaluationSights.Unknown(id, access)
            : await ComparedInAsync(evaluation, scope, cancellationToken).ConfigureAwait(false);
        return EvaluationSight.Of(evaluation, session, access, scope.Now);
    }

    // A blind session that the actor takes part in and that compares with this evaluation. Looked up once an operation.
    private async ValueTask<CalibrationSession?> ComparedInAsync(Evaluation evaluation, AccessScope scope, CancellationToken cancellationToken)
    {
        if (evaluation.Current is null)
        {
            return null;
        }

        scope.BlindSessions ??= await _evaluations.BlindSessionsAsync(evaluation.Tenant, scope.Actor.Id, cancellationToken).ConfigureAwait(false);
        return scope.BlindSessions.Value.FirstOrDefault(session => session.Items.Any(item => item.Benchmark == evaluation.Id));
    }

    // The session is required, so that nothing is handed in while somebody closes it.
    private async ValueTask<DocumentBatch> WithSessionAsync(DocumentBatch batch, Evaluation evaluation, EvaluationAction action, ActorAccess access, AccessScope scope, CancellationToken cancellationToken)
    {
        StoredSession? stored = evaluation.Session is { } id ? await _evaluations.SessionAsync(evaluation.Tenant, id, cancellationToken).ConfigureAwait(false) : null;
        if (stored?.Session.Refuses(action) == true || await TellsWhatIsHiddenAsync(evaluation, action, scope, cancellationToken).ConfigureAwait(false))
        {
            throw new TransitionNotAllowedException(new()
            {
                Action = action,
                Status = evaluation.StatusAt(scope.Now),
                Access = access.Decide(WorkflowTable.PermissionFor(action)),
                Code = WorkflowCodes.Session,
            });
        }

        return stored is null ? batch : batch.Require(stored.Document.Key, stored.Document.Version);
    }

    // Scoring again answers with the difference to what was there before.
    private async ValueTask<bool> TellsWhatIsHiddenAsync(Evaluation evaluation, EvaluationAction action, AccessScope scope, CancellationToken cancellationToken) =>
        action is EvaluationAction.Rescore or EvaluationAction.AcceptDispute
        && evaluation.Current?.ScoredBy != scope.Actor.Id
        && await ComparedInAsync(evaluation, scope, cancellationToken).ConfigureAwait(false) is not null;

    private async ValueTask<ImmutableArray<EvaluationAction>> WithoutRefusedAsync(
        Evaluation evaluation, ImmutableArray<EvaluationAction> allowed, AccessScope scope, CancellationToken cancellationToken)
    {
        StoredSession? stored = evaluation.Session is { } id ? await _evaluations.SessionAsync(evaluation.Tenant, id, cancellationToken).ConfigureAwait(false) : null;
        var left = ImmutableArray.CreateBuilder<EvaluationAction>(allowed.Length);
        foreach (EvaluationAction action in allowed)
        {
            if (stored?.Session.Refuses(action) != true && !await TellsWhatIsHiddenAsync(evaluation, action, scope, cancellationToken).ConfigureAwait(false))
            {
                left.Add(action);
            }
        }

        return left.ToImmutable();
    }
}
