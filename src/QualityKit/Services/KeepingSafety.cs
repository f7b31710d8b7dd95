using QualityKit.Auditing;
using QualityKit.Retention;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>What keeps deletions and holds safe when a store is restored: who finds that it was, and who tells outside what has to outlive that.</summary>
internal sealed record KeepingSafety(RestoreGuard Guard, KeepingMemory Memory)
{
    /// <summary>With ports to somebody outside; null for nobody.</summary>
    public static KeepingSafety Of(IDocumentStore store, IAuditKeys keys, Deeds deeds, IAuditAnchor? anchor = null, IKeepingWitness? witness = null) =>
        new(new RestoreGuard(store, keys, anchor, witness, deeds), new KeepingMemory(store, keys, witness));

    /// <summary>Finds that the store went back before anything else is told, while what the witness was told last still shows it. Where nobody outside can be asked nothing is found, and whoever deletes asks again.</summary>
    public async ValueTask LookAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        try
        {
            await Guard.LookAsync(tenant, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // What is told is to be told also now.
        }
    }

    /// <summary>Tells of what was done to one thing before, by whichever command, so that it can be confirmed again: whoever did it may have got an error because it could not be told.</summary>
    public async ValueTask CatchUpAsync(AuditEntity entity, CancellationToken cancellationToken)
    {
        if (Memory.Witness is not null)
        {
            await Guard.LookAsync(new(entity.Tenant), cancellationToken).ConfigureAwait(false);
            await Memory.CatchUpAsync(entity, cancellationToken).ConfigureAwait(false);
        }
    }
}
