using QualityKit.Auditing;
using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Destroys what wraps a key, where the roots can and nothing else needs it: then no copy of the store brings the key back.</summary>
internal sealed class KeyEnding(KeyTools tools)
{
    private readonly Journal _journal = new(tools.Store, tools.AuditKeys);

    /// <summary>Destroys every key version of a root that ever wrapped a key.</summary>
    /// <returns>Whether all are. Nothing is destroyed where one cannot be: another key of the ring or a data key needs it, the root wraps with it today, or the key had other wraps before, which copies may hold.</returns>
    public async ValueTask<bool> IsFinalAsync(KeyRing ring, RingKey key, EnvelopeTally tally, CancellationToken cancellationToken)
    {
        if (await HadOtherWrapsAsync(ring.Tenant, key, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        foreach (RootWrap wrap in key.Wraps)
        {
            if (!await IsFreeAsync(ring, key, wrap, tally, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }

        foreach (RootWrap wrap in key.Wraps)
        {
            if (!await tools.Keys.Roots.DestroyAsync(ring.Tenant, wrap.Root, wrap.Key.KeyVersion, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    private async ValueTask<bool> IsFreeAsync(KeyRing ring, RingKey key, RootWrap wrap, EnvelopeTally tally, CancellationToken cancellationToken) =>
        tools.Keys.Roots.Roots.Find(wrap.Root) is { Capabilities.CanDestroy: true }
        && !tally.Needs(wrap.Key.KeyVersion)
        && !ring.Keys.Any(other => other.Id != key.Id && other.Wraps.Any(one => one.Root == wrap.Root && one.Key.KeyVersion == wrap.Key.KeyVersion))
        && await tools.Keys.Roots.CurrentVersionAsync(ring.Tenant, wrap.Root, cancellationToken).ConfigureAwait(false) is { } current
        && current != wrap.Key.KeyVersion;

    private async ValueTask<bool> HadOtherWrapsAsync(TenantId tenant, RingKey key, CancellationToken cancellationToken)
    {
        await foreach (JournalEntry entry in _journal.OfAsync(new(tenant.Value, RingChanges.Kind, RingChanges.Id), cancellationToken).ConfigureAwait(false))
        {
            foreach (AuditDraft said in entry.Lines.Select(line => line.Fact).OfType<AuditDraft>())
            {
                if (said.Action == KeyFactCodes.RootDropped || (said.Action == KeyFactCodes.Wrapped && said.Facts.Any(fact => fact.Name == "key" && fact.Value == key.Id.Value)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
