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
}
