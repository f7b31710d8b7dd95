using System.Collections.Immutable;
using QualityKit.Auditing;
using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Carries out what was decided about stored interactions, each in one commit that requires what it was decided under. What the library keeps of an interaction goes last, after every target.</summary>
internal sealed class InteractionKeeping(IDocumentStore documents, IKeepingTerms terms, ImmutableArray<IRetentionTarget> targets, Deeds deeds, KeepingSafety safety)
{
    private readonly InteractionStore _interactions = new(documents);

    /// <summary>What is decided under now.</summary>
    public async ValueTask<InteractionGrounds> GroundsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await GroundsAsync(tenant, await RestoreState.LoadAsync(documents, tenant, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>What is decided under now by whoever deletes or moves what is kept.</summary>
    /// <exception cref="RestoreDetectedException">The store went back to an older state.</exception>
    public async ValueTask<InteractionGrounds> DeletionGroundsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await GroundsAsync(tenant, await safety.Guard.DemandAsync(tenant, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Tells who remembers outside the store of a deletion that was carried out before.</summary>
    public ValueTask TellAsync(Deed deed, CancellationToken cancellationToken) => safety.Memory.TellAsync(deed, hold: null, cancellationToken);

    /// <summary>Tells who remembers outside the store of what was done to an interaction before, by whichever command.</summary>
    public ValueTask CatchUpAsync(Deed deed, CancellationToken cancellationToken) => safety.CatchUpAsync(deed.Entity, cancellationToken);

    private async ValueTask<InteractionGrounds> GroundsAsync(TenantId tenant, RestoreState restore, CancellationToken cancellationToken) => new()
    {
        Restore = restore,
        Terms = await terms.ForAsync(tenant, cancellationToken).ConfigureAwait(false),
        Holds = await HoldRegisterDocument.LoadAsync(documents, tenant, cancellationToken).ConfigureAwait(false),
    };

    /// <summary>Stores an interaction that is changed and not deleted.</summary>
    /// <returns>Whether it happened; if not, something has changed: load again.</returns>
    public async Task<bool> ChangeAsync(Deed deed, StoredInteraction next, InteractionGrounds grounds, ImmutableArray<AuditFact> facts, CancellationToken cancellationToken)
    {
        Interaction? whole = await _interactions.WholeAsync(next, cancellationToken).ConfigureAwait(false);
        DocumentBatch batch = next.StoreIn(Deeds.Batch(deed), InteractionRetention.Customers(whole, grounds.Terms)).With(grounds.Holds.Requirement).With(grounds.Restore.Requirement);
        return await deeds.CommitAsync(batch, deed, facts, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Has every target delete what it keeps, then leaves a tombstone.</summary>
    /// <param name="deed">Who deletes what.</param>
    /// <param name="stored">The interaction as it was decided about.</param>
    /// <param name="grounds">What it was decided under.</param>
    /// <param name="work">The open work as it was before it was looked for any; null when that does not matter.</param>
    /// <param name="facts">What the audit says besides.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it happened; if not, holds, open work or the interaction changed: look again.</returns>
    public async Task<bool> DeleteAsync(
        Deed deed, StoredInteraction stored, InteractionGrounds grounds, InteractionWork? work, ImmutableArray<AuditFact> facts, CancellationToken cancellationToken)
    {
        if (!await OfTargetsAsync(deed, stored, grounds, work, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        TenantId tenant = deed.Actor.Tenant;
        var tombstone = new StoredInteraction { Id = stored.Id, Interaction = null, DeletedAt = deeds.Now, Document = stored.Document };
        Document? contents = await _interactions.ContentsAsync(tenant, stored.Id, cancellationToken).ConfigureAwait(false);
        work ??= await InteractionWork.LoadAsync(documents, tenant, stored.Id, cancellationToken).ConfigureAwait(false);
        DocumentBatch batch = tombstone.StoreIn(Deeds.Batch(deed), []).With(grounds.Holds.Requirement).With(grounds.Restore.Requirement);
        batch = work.RemoveIn(InteractionContents.StoreIn(batch, stored.Id, personal: null, contents));
        bool isDeleted = await deeds.CommitAsync(batch, deed, facts, cancellationToken).ConfigureAwait(false);
        if (isDeleted)
        {
            await TellAsync(deed, cancellationToken).ConfigureAwait(false);
        }

        return isDeleted;
    }

    /// <summary>The evaluations of an interaction that are open or disputed; each keeps it until an instant.</summary>
    public async ValueTask<ImmutableArray<OpenWork>> OpenWorkAsync(TenantId tenant, InteractionId interaction, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var query = new DocumentQuery { Collection = Collections.Evaluations, Index = EvaluationIndexes.ByInteraction, Equal = [[IndexValue.Of(interaction.Value)]] };
        var work = ImmutableArray.CreateBuilder<OpenWork>();
        await foreach (Document document in documents.QueryAllAsync(tenant, query, cancellationToken).ConfigureAwait(false))
        {
            Evaluation evaluation = EvaluationFormat.Read(tenant, document);
            if (EvaluationStore.IsOpen(evaluation, deeds.Now))
            {
                work.Add(new() { Name = $"evaluation {evaluation.Id}", Until = until });
            }
        }

        return work.ToImmutable();
    }

    private async Task<bool> OfTargetsAsync(Deed deed, StoredInteraction stored, InteractionGrounds grounds, InteractionWork? work, CancellationToken cancellationToken)
    {
        foreach (IRetentionTarget target in targets)
        {
            var order = new DeletionOrder
            {
                Command = DerivedIds.Command(deed.Command, target.Name, deed.Id),
                Tenant = deed.Actor.Tenant,
                Interaction = stored.Id,
                Requirements = grounds.Of(stored, work),
            };
            if (await target.DeleteAsync(order, cancellationToken).ConfigureAwait(false) == DeletionOutcome.GroundsChanged)
            {
                return false;
            }
        }

        return true;
    }
}
