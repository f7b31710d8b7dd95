using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Privacy;

namespace QualityKit.Services;

/// <content>Reading one evaluation.</content>
public sealed partial class EvaluationService
{
    /// <summary>An evaluation, as the actor may see it; its subject as they are disclosed to the actor.</summary>
    public async Task<EvaluationDetails> GetAsync(Actor actor, EvaluationId evaluation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        AccessScope scope = await _desk.OpenAsync(actor, _time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        (StoredEvaluation stored, EvaluationForm form) = await LoadAsync(actor.Tenant, evaluation, cancellationToken).ConfigureAwait(false);
        ActorAccess access = await scope.BeforeAsync(stored.Evaluation, cancellationToken).ConfigureAwait(false);
        await DemandReadAsync(access, Permission.ViewEvaluations, evaluation, cancellationToken).ConfigureAwait(false);
        EvaluationSight sight = await SightAsync(stored.Evaluation, access, scope, cancellationToken).ConfigureAwait(false);
        Disclosure disclosure = await _disclosure.ForAsync(actor, Terms, cancellationToken).ConfigureAwait(false);
        var view = EvaluationView.Of(stored.Evaluation, sight, disclosure, scope.Now);
        ContentsDocument contents = view.Sight.CanView
            ? await _evaluations.ContentsAsync(actor.Tenant, evaluation, cancellationToken).ConfigureAwait(false)
            : new() { Evaluation = evaluation };
        EvaluationDetails details = EvaluationSights.Show(view, form, contents, access, scope.Now);
        return details with { Allowed = await WithoutRefusedAsync(stored.Evaluation, details.Allowed, scope, cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>What the actor may do with an evaluation now; for buttons.</summary>
    public async Task<ImmutableArray<EvaluationAction>> AllowedAsync(Actor actor, EvaluationId evaluation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        AccessScope scope = await _desk.OpenAsync(actor, _time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        (StoredEvaluation stored, EvaluationForm form) = await LoadAsync(actor.Tenant, evaluation, cancellationToken).ConfigureAwait(false);
        ActorAccess access = await scope.BeforeAsync(stored.Evaluation, cancellationToken).ConfigureAwait(false);
        return await WithoutRefusedAsync(stored.Evaluation, EvaluationWorkflow.Allowed(stored.Evaluation, form, access, scope.Now), scope, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The answers that the actor is working on; null when they saved none.</summary>
    public async Task<EvaluationDraft?> GetDraftAsync(Actor actor, EvaluationId evaluation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        AccessScope scope = await _desk.OpenAsync(actor, _time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        (StoredEvaluation stored, _) = await LoadAsync(actor.Tenant, evaluation, cancellationToken).ConfigureAwait(false);
        await DemandReadAsync(await scope.BeforeAsync(stored.Evaluation, cancellationToken).ConfigureAwait(false), Permission.SaveDrafts, evaluation, cancellationToken).ConfigureAwait(false);
        return await _evaluations.DraftAsync(actor.Tenant, evaluation, actor.Id, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask DemandReadAsync(ActorAccess access, Permission permission, EvaluationId evaluation, CancellationToken cancellationToken)
    {
        AccessDecision decision = access.Decide(permission);
        if (!decision.IsAllowed)
        {
            await _desk.Policies.DeniedAsync(access.Actor, (Kind, evaluation.Value), decision, cancellationToken).ConfigureAwait(false);
            throw new AccessDeniedException(decision);
        }

        await _desk.Policies.ReadAsync(access.Actor, (Kind, evaluation.Value), decision, cancellationToken).ConfigureAwait(false);
    }
}
