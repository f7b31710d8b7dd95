using Microsoft.Extensions.Logging.Abstractions;
using QualityKit.Auditing;
using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>The keys of tenants as recordings need them: the one that wraps now, and the data key that an envelope holds. Keys that roots unwrapped are kept in memory for a while (<see cref="KeyOptions.KeepFor"/>).</summary>
/// <remarks>To wrap, the ring is read every time; to open, it may be as old as <see cref="KeyOptions.RefreshAfter"/>. One for each set of services; safe to share between threads.</remarks>
public sealed class TenantKeys
{
    private readonly KeyCache _cache;
    private readonly KeyOptions _options;

    /// <summary>Keys over a store.</summary>
    /// <param name="documents">Where rings are kept.</param>
    /// <param name="roots">What wraps the keys of rings.</param>
    /// <param name="options">How keys are kept.</param>
    /// <param name="auditKeys">What the audit is authenticated with.</param>
    /// <param name="time">The clock.</param>
    public TenantKeys(IDocumentStore documents, KeyRoots roots, KeyOptions options, IAuditKeys auditKeys, TimeProvider time)
        : this(documents, roots, options, (auditKeys, null), (time, NullLogger.Instance, null))
    {
    }

    internal TenantKeys(
        IDocumentStore documents, KeyRoots roots, KeyOptions options, (IAuditKeys Keys, KeepingSafety? Safety) audit, (TimeProvider Time, Microsoft.Extensions.Logging.ILogger Log, Telemetry? Telemetry) around)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(roots);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(audit.Keys, "auditKeys");
        ArgumentNullException.ThrowIfNull(around.Time, "time");
        _options = options;
        _cache = new(options, around.Time, around.Telemetry);
        Waiting = new(options, around.Telemetry);
        Rings = new(documents, options, around.Time, around.Log);
        Roots = new(roots, options, around.Time, around.Log);
        Changes = new(documents, Rings, Roots, options, new(documents, audit.Keys, around.Time)) { Safety = audit.Safety };
    }

    /// <summary>The rings.</summary>
    internal RingSource Rings { get; }

    /// <summary>What wraps their keys.</summary>
    internal RootKeys Roots { get; }

    /// <summary>What changes them.</summary>
    internal RingChanges Changes { get; }

    /// <summary>What was opened and is wrapped anew before others.</summary>
    internal WaitingRewraps Waiting { get; }

    /// <summary>The key that wraps now; a tenant without a ring gets one.</summary>
    /// <exception cref="KeyUnavailableException">There is none, or it cannot be unwrapped.</exception>
    internal async ValueTask<WrappingKey> ForWrappingAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        KeyRingDocument ring = await Rings.LoadAsync(tenant, cancellationToken).ConfigureAwait(false) ?? await FirstAsync(tenant, cancellationToken).ConfigureAwait(false);
        RingKey key = ring.Ring.ForWrapping();
        return new(await KeyAsync(tenant, key, mayBeStale: true, cancellationToken).ConfigureAwait(false), key, ring.Requirement);
    }

    /// <summary>The key that wraps now, loaded anew, to open what it wrapped before that is kept; while no root answers, the one in memory. The caller's to dispose.</summary>
    /// <exception cref="KeyUnavailableException">It cannot be had.</exception>
    internal async ValueTask<KeyEncryptionKey> AgainAsync(TenantId tenant, WrappingKey wrapping, CancellationToken cancellationToken)
    {
        try
        {
            return await ReloadAsync(tenant, wrapping.Entry, cancellationToken).ConfigureAwait(false);
        }
        catch (KeyUnavailableException problem) when (problem.IsRetryable)
        {
            return await KeyAsync(tenant, wrapping.Entry, mayBeStale: true, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The data key of an envelope: the first that a wrap gives and that authenticates it. The caller's to dispose.</summary>
    /// <param name="tenant">Whose recording.</param>
    /// <param name="envelope">Its envelope.</param>
    /// <param name="allowCompromised">Whether a compromised key may be used: to wrap or encrypt anew what it wrapped, and for nothing else.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="KeyUnavailableException">No key that wraps it can be used.</exception>
    /// <exception cref="RecordingTamperedException">A key was there, and what it gave does not authenticate the envelope.</exception>
    internal async ValueTask<DataKey> UnwrapAsync(TenantId tenant, Envelope envelope, bool allowCompromised, CancellationToken cancellationToken)
    {
        KeyRingDocument? ring = await Rings.RecentAsync(tenant, cancellationToken).ConfigureAwait(false);
        EnvelopeWrap[] wraps = [.. envelope.Wraps.Where(wrap => wrap.Kind == WrapKind.RingKey)];
        if (ring is null || wraps.All(wrap => ring.Ring.Find(IdOf(wrap)) is null))
        {
            ring = await Rings.RefreshedAsync(tenant, cancellationToken).ConfigureAwait(false) ?? throw new KeyUnavailableException("the tenant has no ring", isRetryable: true);
        }

        KeyUnavailableException? unavailable = null;
        bool wasThere = false;
        foreach (EnvelopeWrap wrap in wraps)
        {
            try
            {
                RingKey key = ring.Ring.ForUnwrapping(IdOf(wrap), allowCompromised);
                using KeyEncryptionKey secret = await KeyAsync(tenant, key, mayBeStale: false, cancellationToken).ConfigureAwait(false);
                wasThere = true;
                if (Authentic(secret, wrap, envelope) is { } data)
                {
                    return data;
                }
            }
            catch (KeyUnavailableException problem)
            {
                unavailable = problem;
            }
        }

        throw wasThere || unavailable is null ? new RecordingTamperedException(TamperReason.Wrap) : unavailable;
    }

    /// <summary>The data keys of envelopes that one key of the ring wraps, and that authenticate them, many at once; the caller's to dispose. Null where that key does not give one: <see cref="UnwrapAsync"/> says why, or finds another way.</summary>
    /// <param name="tenant">Whose recordings.</param>
    /// <param name="key">The key.</param>
    /// <param name="envelopes">Their envelopes.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="KeyUnavailableException">The key cannot be had.</exception>
    internal async ValueTask<DataKey?[]> UnwrapAllAsync(TenantId tenant, RingKey key, IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken)
    {
        using KeyEncryptionKey secret = await KeyAsync(tenant, key, mayBeStale: false, cancellationToken).ConfigureAwait(false);
        return AuthenticAll(secret, [.. envelopes.Select(envelope => envelope.Wraps.FirstOrDefault(wrap => wrap.Kind == WrapKind.RingKey && IdOf(wrap) == key.Id) ?? envelope.Wraps[0])], envelopes);
    }

    /// <summary>Tells that somebody asked for what an envelope holds: where an older key wraps it, by the ring as this node read it lately, it is wrapped anew before others. It reads nothing, and never throws.</summary>
    internal void Accessed(TenantId tenant, RecordingId recording, Envelope envelope)
    {
        try
        {
            if (_options is { Rewraps: true, RewrapsOnAccess: true } && Rings.Known(tenant) is { } ring && ring.Keys.Any(key => Rewrapping.IsOlder(key) && IsWrappedBy(envelope, key)))
            {
                Waiting.Offer(tenant, recording);
            }
        }
        catch (Exception)
        {
            // Also a listener of instruments may throw. What does not wait is found by the background, and nobody is refused a recording for it.
        }
    }

    /// <summary>Whether one of the wraps of an envelope names a key.</summary>
    internal static bool IsWrappedBy(Envelope envelope, RingKey key) => envelope.Wraps.Any(wrap => wrap.Kind == WrapKind.RingKey && wrap.Key.KeyVersion.Version == key.Id.Value);

    /// <summary>A key of a ring as the roots give it at this moment, whatever is in memory: to check what a key in memory wrapped. The caller's to dispose.</summary>
    /// <exception cref="KeyUnavailableException">No root gives it.</exception>
    internal async ValueTask<KeyEncryptionKey> ReloadAsync(TenantId tenant, RingKey key, CancellationToken cancellationToken)
    {
        RootReply reply = await Roots.UnwrapAsync(tenant, key, cancellationToken).ConfigureAwait(false);
        return reply.Key ?? throw (reply.IsOther ? Rings.Quarantine(tenant, $"what a root gave is not the key {key.Id}") : reply.Problem!);
    }

    /// <summary>What a wrap gives; null when it is not the data key of the envelope.</summary>
    internal static DataKey? Authentic(KeyEncryptionKey secret, EnvelopeWrap wrap, Envelope envelope) => AuthenticAll(secret, [wrap], [envelope])[0];

    /// <summary>What each wrap gives; null where it is not the data key of its envelope.</summary>
    internal static DataKey?[] AuthenticAll(KeyEncryptionKey secret, IReadOnlyList<EnvelopeWrap> wraps, IReadOnlyList<Envelope> envelopes)
    {
        DataKey?[] keys = secret.UnwrapAll(wraps);
        for (int place = 0; place < keys.Length; place++)
        {
            if (keys[place] is { } key && !envelopes[place].IsAuthenticUnder(key))
            {
                key.Dispose();
                keys[place] = null;
            }
        }

        return keys;
    }

    /// <summary>The key of a ring that a wrap names.</summary>
    internal static RingKeyId IdOf(EnvelopeWrap wrap) => new(wrap.Key.KeyVersion.Version);

    private async ValueTask<KeyEncryptionKey> KeyAsync(TenantId tenant, RingKey key, bool mayBeStale, CancellationToken cancellationToken)
    {
        KeyEncryptionKey secret = await _cache
            .GetAsync(KeyCacheId.Of(tenant, key), mayBeStale, () => ReloadAsync(tenant, key, CancellationToken.None), cancellationToken).ConfigureAwait(false);
        if (secret.IsCheckedBy(key.CheckValue.Span))
        {
            return secret;
        }

        secret.Dispose();
        throw Rings.Quarantine(tenant, $"the check value of the key {key.Id} is not that of the key");
    }

    private async ValueTask<KeyRingDocument> FirstAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var deed = new Deed(new Actor { Tenant = tenant, Id = new("keys"), IsMachine = true }, CommandId.New(), RingChanges.Kind, RingChanges.Id, KeyFactCodes.Created);
        await Changes.ApplyAsync(
            deed,
            async (ring, stopping) => ring.Keys.IsEmpty
                ? new(new RotateKey { Id = deed.Command, Replaces = null, Material = await Roots.DrawAsync(tenant, ring.Root, stopping).ConfigureAwait(false) })
                : null,
            cancellationToken).ConfigureAwait(false);
        return await Rings.LoadAsync(tenant, cancellationToken).ConfigureAwait(false) ?? throw new ConcurrencyConflictException(RingChanges.Kind, tenant.Value);
    }
}
