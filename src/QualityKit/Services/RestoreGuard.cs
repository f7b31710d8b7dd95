using QualityKit.Auditing;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Finds that the store of a tenant went back to an older state: somebody outside knows a seal, a deletion or a hold that it does not. What was found stays found until a person reconciles it.</summary>
internal sealed class RestoreGuard(IDocumentStore store, IAuditKeys keys, IAuditAnchor? anchor, IKeepingWitness? witness, Deeds deeds)
{
    private readonly Journal _journal = new(store, keys);

    /// <summary>Looks, and writes down what is found.</summary>
    public async ValueTask<RestoreState> LookAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        RestoreState state = await RestoreState.LoadAsync(store, tenant, cancellationToken).ConfigureAwait(false);
        bool isFound = !state.IsRestored
            && (await IsBehindAnchorAsync(tenant, cancellationToken).ConfigureAwait(false) || await IsBehindWitnessAsync(tenant, state, cancellationToken).ConfigureAwait(false));
        return isFound ? await MarkAsync(new Deed(Found(tenant), CommandId.New(), Kind, "store", RestoreFactCodes.Detected), cancellationToken).ConfigureAwait(false) : state;
    }

    /// <summary>What things that are restored are called in the audit.</summary>
    public const string Kind = "restore";

    /// <summary>Looks, and refuses where the store went back.</summary>
    /// <exception cref="RestoreDetectedException">It did.</exception>
    public async ValueTask<RestoreState> DemandAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await LookAsync(tenant, cancellationToken).ConfigureAwait(false) is { IsRestored: false } state ? state : throw new RestoreDetectedException(tenant.Value);

    /// <summary>Writes down that the store went back.</summary>
    public async ValueTask<RestoreState> MarkAsync(Deed deed, CancellationToken cancellationToken) =>
        await Attempts.RunAsync((Kind, deed.Id), async () =>
        {
            RestoreState state = await RestoreState.LoadAsync(store, deed.Actor.Tenant, cancellationToken).ConfigureAwait(false);
            bool isMarked = state.IsRestored
                || await deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is not null
                || await deeds.CommitAsync((state with { IsRestored = true, DetectedAt = deeds.Now }).StoreIn(Deeds.Batch(deed)), deed, [], cancellationToken).ConfigureAwait(false);
            return isMarked ? await RestoreState.LoadAsync(store, deed.Actor.Tenant, cancellationToken).ConfigureAwait(false) : null;
        }).ConfigureAwait(false);

    private static People.Actor Found(TenantId tenant) => new() { Tenant = tenant, Id = new("qualitykit"), IsMachine = true };

    // The anchor is told of a seal after the store has it. So the store is read again after the anchor: what was sealed in between is no difference.
    private async ValueTask<bool> IsBehindAnchorAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if (anchor is null)
        {
            return false;
        }

        SealProgress before = await ProgressAsync(tenant, cancellationToken).ConfigureAwait(false);
        AnchoredSeal? newest = null;
        await foreach (AnchoredSeal told in anchor.ReadAsync(tenant.Value, Math.Max(1, before.Number), cancellationToken).ConfigureAwait(false))
        {
            if (told.Number == before.Number && before.IsBehind(told))
            {
                return true;
            }

            newest = told;
        }

        return newest is not null && (await ProgressAsync(tenant, cancellationToken).ConfigureAwait(false)).IsBehind(newest);
    }

    // It is told of what was committed, so what it was told last is in the journal, unless the journal is older.
    private async ValueTask<bool> IsBehindWitnessAsync(TenantId tenant, RestoreState state, CancellationToken cancellationToken) =>
        witness is not null
        && await witness.NewestAsync(tenant, cancellationToken).ConfigureAwait(false) is { } newest
        && newest.Read(keys.AllFor(tenant)) is { } draft
        && draft.Command != state.KnownReceipt
        && await _journal.FindAsync(tenant, new(draft.Command), cancellationToken).ConfigureAwait(false) is null;

    private async ValueTask<SealProgress> ProgressAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await store.ReadAsync(tenant, SealProgress.Key, cancellationToken).ConfigureAwait(false) is { } document ? SealProgress.Read(document) : SealProgress.Start(deeds.Now);
}
