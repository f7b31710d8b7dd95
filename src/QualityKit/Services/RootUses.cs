using System.Collections.Immutable;
using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Keys;

namespace QualityKit.Services;

/// <summary>Looks through the rings of all tenants for what still needs a version of a root, before somebody removes that version. A root is one for all tenants, and each ring is wrapped anew by itself.</summary>
/// <remarks>For operators. It asks for no permission, asks no root, gives no wrap away, and writes nothing.</remarks>
public sealed class RootUses
{
    private readonly IDocumentStore _documents;
    private readonly IStoreMaintenance _maintenance;
    private readonly KeyOptions _options;

    /// <summary>The rings of a store.</summary>
    /// <param name="documents">The store.</param>
    /// <param name="maintenance">The same store, to list its tenants.</param>
    /// <param name="options">The secrets of rings.</param>
    public RootUses(IDocumentStore documents, IStoreMaintenance maintenance, KeyOptions options)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(maintenance);
        ArgumentNullException.ThrowIfNull(options);
        (_documents, _maintenance, _options) = (documents, maintenance, options);
    }

    /// <summary>What needs a version now.</summary>
    public async Task<RootUse> FindAsync(KeyVersionId version, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        var keys = ImmutableArray.CreateBuilder<RootUser>();
        var unread = ImmutableArray.CreateBuilder<TenantId>();
        await foreach (TenantId tenant in _maintenance.ListTenantsAsync(cancellationToken).ConfigureAwait(false))
        {
            (KeyRing? ring, bool isRead) = await ReadAsync(tenant, cancellationToken).ConfigureAwait(false);
            keys.AddRange(ring is null ? [] : UsersIn(ring, version));
            if (!isRead)
            {
                unread.Add(tenant);
            }
        }

        return new() { Version = version, Keys = keys.ToImmutable(), Unread = unread.ToImmutable() };
    }

    /// <summary>Whether nothing needs a version, as whoever removes one asks it.</summary>
    public async ValueTask<bool> IsUnusedAsync(KeyVersionId version, CancellationToken cancellationToken) =>
        (await FindAsync(version, cancellationToken).ConfigureAwait(false)).IsUnused;

    private static IEnumerable<RootUser> UsersIn(KeyRing ring, KeyVersionId version) =>
        from key in ring.Keys
        where key.State != KeyState.Destroyed
        from wrap in key.Wraps
        where wrap.Key.KeyVersion == version
        select new RootUser
        {
            Tenant = ring.Tenant,
            Key = key.Id,
            State = key.State,
            Root = wrap.Root,
            OtherRoots = [.. key.Wraps.Select(other => other.Root).Where(other => other != wrap.Root)],
        };

    private async ValueTask<(KeyRing? Ring, bool IsRead)> ReadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        try
        {
            KeyRingDocument? stored = await KeyRingDocument.LoadAsync(_documents, tenant, cancellationToken).ConfigureAwait(false);
            bool isBelieved = stored is null || _options.Secrets.Any(secret => secret.IsAuthentic(stored.Ring, stored.Mac.Span, leastRevision: 0));
            return (stored?.Ring, isBelieved);
        }
        catch (InvalidDataException)
        {
            return (null, false);
        }
    }
}
