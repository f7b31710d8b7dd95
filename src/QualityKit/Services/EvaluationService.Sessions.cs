using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Evaluations;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <content>What a calibration session says of its evaluations (rule E18).</content>
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

    // Required, so that nothing is handed in while somebody closes the session.
    private async ValueTask<DocumentBatch> WithSessionAsync(
        DocumentBatch batch, Evaluation evaluation, EvaluationAction action, ActorAccess access, CancellationToken cancellationToken)
    {
        if (evaluation.Session is not { } id || await _evaluations.SessionAsync(evaluation.Tenant, id, cancellationToken).ConfigureAwait(false) is not { } stored)
        {
            return batch;
        }

        return stored.Session.Refuses(action)
            ? throw new TransitionNotAllowedException(new()
            {
                Action = action,
                Status = evaluation.StatusAt(_time.GetUtcNow()),
                Access = access.Decide(WorkflowTable.PermissionFor(action)),
                Code = WorkflowCodes.Session,
            })
            : batch.Require(stored.Document.Key, stored.Document.Version);
    }

    private async ValueTask<ImmutableArray<EvaluationAction>> WithoutRefusedAsync(Evaluation evaluation, ImmutableArray<EvaluationAction> allowed, CancellationToken cancellationToken) =>
        evaluation.Session is { } id && await _evaluations.SessionAsync(evaluation.Tenant, id, cancellationToken).ConfigureAwait(false) is { } stored
            ? [.. allowed.Where(action => !stored.Session.Refuses(action))]
            : allowed;
}
