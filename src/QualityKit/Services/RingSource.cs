using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Reads the rings of tenants, and believes one only when it is authentic and no older than what this node has seen. A tenant whose ring or keys are not what they should be is left alone for a while; others go on.</summary>
internal sealed class RingSource(IDocumentStore documents, KeyOptions options, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan LeftAloneFor = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenRefreshes = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<TenantId, SeenRing> _seen = new();

    /// <summary>What rings are stored with.</summary>
    /// <exception cref="KeyUnavailableException">None is configured.</exception>
    public RingSecret Secret => options.Secret ?? throw new KeyUnavailableException("no ring secret is configured (`Keys.Secret`)", isRetryable: false);

    /// <summary>How many tenants are left alone.</summary>
    public int Quarantined => _seen.Values.Count(seen => seen.Quarantined is not null);

    /// <summary>Whether a tenant is left alone.</summary>
    public bool IsQuarantined(TenantId tenant) => Seen(tenant).Quarantined is not null;

    /// <summary>The ring as it is stored now; null when the tenant never had one.</summary>
    /// <exception cref="KeyUnavailableException">It is not authentic, or older than one that was seen; or the tenant is left alone.</exception>
    public async ValueTask<KeyRingDocument?> LoadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        SeenRing seen = Seen(tenant);
        if (seen.Quarantined is { } since && time.GetElapsedTime(since) < LeftAloneFor)
        {
            throw new KeyUnavailableException($"the ring of `{tenant}` or one of its keys is not what it should be; it is looked at again {LeftAloneFor} after that was found", isRetryable: false);
        }

        long readAt = time.GetTimestamp();
        KeyRingDocument? ring = await ReadAsync(tenant, cancellationToken).ConfigureAwait(false);
        if (ring is null && seen.Revision > 0)
        {
            throw Quarantine(tenant, "it is gone");
        }

        if (ring is not null && !IsAuthentic(ring, seen))
        {
            throw Quarantine(tenant, ring.Ring.Revision < seen.Revision ? "it is older than one that was seen" : "it was not stored under this secret");
        }

        if (ring is not null)
        {
            _seen.AddOrUpdate(tenant, _ => seen.With(ring, readAt), (_, now) => now.With(ring, readAt));
        }

        return ring;
    }

    /// <summary>The ring as this node read it last, however long ago; null where it read none, or leaves the tenant alone.</summary>
    public KeyRing? Known(TenantId tenant) => Seen(tenant) is { Ring: { } ring, Quarantined: null } ? ring.Ring : null;

    /// <summary>The ring as this node read it lately.</summary>
    public async ValueTask<KeyRingDocument?> RecentAsync(TenantId tenant, CancellationToken cancellationToken) =>
        Seen(tenant) is { Ring: { } ring, Quarantined: null } seen && time.GetElapsedTime(seen.ReadAt) < options.RefreshAfter ? ring : await LoadAsync(tenant, cancellationToken).ConfigureAwait(false);

    /// <summary>The ring, read again where something is asked of it that it does not know; not more often than once a second.</summary>
    public async ValueTask<KeyRingDocument?> RefreshedAsync(TenantId tenant, CancellationToken cancellationToken) =>
        Seen(tenant) is { Ring: { } ring, Quarantined: null } seen && time.GetElapsedTime(seen.ReadAt) < BetweenRefreshes ? ring : await LoadAsync(tenant, cancellationToken).ConfigureAwait(false);

    /// <summary>Leaves a tenant alone for a while.</summary>
    /// <returns>What to throw.</returns>
    public KeyUnavailableException Quarantine(TenantId tenant, string why)
    {
        long now = time.GetTimestamp();
        _seen.AddOrUpdate(tenant, _ => new() { Quarantined = now }, (_, seen) => seen with { Quarantined = now, Ring = null });
        log.RingRefused(tenant.Value, why);
        return new($"the ring of `{tenant}` is refused: {why}", isRetryable: false);
    }

    private SeenRing Seen(TenantId tenant) => _seen.GetValueOrDefault(tenant) ?? new SeenRing();

    private async ValueTask<KeyRingDocument?> ReadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        try
        {
            return await KeyRingDocument.LoadAsync(documents, tenant, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            throw Quarantine(tenant, "it cannot be read");
        }
    }

    // Bytes that were believed once are believed again.
    private bool IsAuthentic(KeyRingDocument ring, SeenRing seen) =>
        ring.Ring.Revision >= seen.Revision
        && (seen.Ring?.Document.Body.Span.SequenceEqual(ring.Document.Body.Span) == true
            || options.FormerSecrets.Prepend(Secret).Any(secret => secret.IsAuthentic(ring.Ring, ring.Mac.Span, seen.Revision)));
}
