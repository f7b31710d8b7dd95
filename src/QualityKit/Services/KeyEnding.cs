using System.Collections.Immutable;
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
        if (HadOtherWraps(await RewrappedAsync(ring.Tenant, cancellationToken).ConfigureAwait(false), key))
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

    /// <summary>Destroys what wraps the keys of a ring whose keys all go, key by key.</summary>
    /// <returns>The keys that no copy brings back. The same rules hold as for one key, except that other keys of the ring, and data keys of the tenant, need nothing any more.</returns>
    public async ValueTask<ImmutableArray<RingKeyId>> FinalAsync(KeyRing ring, CancellationToken cancellationToken)
    {
        var final = ImmutableArray.CreateBuilder<RingKeyId>();
        IReadOnlySet<string>? rewrapped = await RewrappedAsync(ring.Tenant, cancellationToken).ConfigureAwait(false);
        foreach (RingKey key in ring.Keys.Where(key => key.State != KeyState.Destroyed))
        {
            bool hasEnded = await EndsAsync(ring.Tenant, key, cancellationToken).ConfigureAwait(false);
            if (hasEnded && !HadOtherWraps(rewrapped, key))
            {
                final.Add(key.Id);
            }
        }

        return final.ToImmutable();
    }

    private async ValueTask<bool> EndsAsync(TenantId tenant, RingKey key, CancellationToken cancellationToken)
    {
        bool isFinal = true;
        foreach (RootWrap wrap in key.Wraps)
        {
            // Also where another wrap stays: every one that goes is one less.
            isFinal &= await IsOldAsync(tenant, wrap, cancellationToken).ConfigureAwait(false)
                && await tools.Keys.Roots.DestroyAsync(tenant, wrap.Root, wrap.Key.KeyVersion, cancellationToken).ConfigureAwait(false);
        }

        return isFinal;
    }

    private async ValueTask<bool> IsOldAsync(TenantId tenant, RootWrap wrap, CancellationToken cancellationToken) =>
        tools.Keys.Roots.Roots.Find(wrap.Root) is { Capabilities.CanDestroy: true }
        && await tools.Keys.Roots.CurrentVersionAsync(tenant, wrap.Root, cancellationToken).ConfigureAwait(false) is { } current
        && current != wrap.Key.KeyVersion;

    private async ValueTask<bool> IsFreeAsync(KeyRing ring, RingKey key, RootWrap wrap, EnvelopeTally tally, CancellationToken cancellationToken) =>
        !tally.Needs(wrap.Key.KeyVersion)
        && !ring.Keys.Any(other => other.Id != key.Id && other.Wraps.Any(one => one.Root == wrap.Root && one.Key.KeyVersion == wrap.Key.KeyVersion))
        && await IsOldAsync(ring.Tenant, wrap, cancellationToken).ConfigureAwait(false);

    private static bool HadOtherWraps(IReadOnlySet<string>? rewrapped, RingKey key) => rewrapped?.Contains(key.Id.Value) ?? true;

    // The keys that a root wrapped after they were made, which copies may hold; null where a root was dropped, with wraps of any of them.
    private async ValueTask<IReadOnlySet<string>?> RewrappedAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var keys = new HashSet<string>();
        await foreach (JournalEntry entry in _journal.OfAsync(new(tenant.Value, RingChanges.Kind, RingChanges.Id), cancellationToken).ConfigureAwait(false))
        {
            foreach (AuditDraft said in entry.Lines.Select(line => line.Fact).OfType<AuditDraft>())
            {
                if (said.Action == KeyFactCodes.RootDropped)
                {
                    return null;
                }

                keys.UnionWith(said.Action == KeyFactCodes.Wrapped ? said.Facts.Where(fact => fact.Name == "key").Select(fact => fact.Value) : []);
            }
        }

        return keys;
    }
}
