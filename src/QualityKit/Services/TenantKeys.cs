using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using QualityKit.Auditing;
using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Keys;

namespace QualityKit.Services;

/// <summary>The keys of tenants as recordings need them: the one that wraps now, and the data key that an envelope holds.</summary>
public sealed class TenantKeys
{
    private const string Kind = "key-ring";
    private const string Ring = "ring";

    private readonly IDocumentStore _documents;
    private readonly KeyRoots _roots;
    private readonly KeyOptions _options;
    private readonly Deeds _deeds;

    /// <summary>Keys over a store.</summary>
    /// <param name="documents">Where rings are kept.</param>
    /// <param name="roots">What wraps the keys of rings.</param>
    /// <param name="options">How keys are kept.</param>
    /// <param name="auditKeys">What the audit is authenticated with.</param>
    /// <param name="time">The clock.</param>
    public TenantKeys(IDocumentStore documents, KeyRoots roots, KeyOptions options, IAuditKeys auditKeys, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(roots);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(auditKeys);
        ArgumentNullException.ThrowIfNull(time);
        (_documents, _roots, _options) = (documents, roots, options);
        _deeds = new(documents, auditKeys, time);
    }

    private RingSecret Secret => _options.Secret ?? throw new KeyUnavailableException("no ring secret is configured (`Keys.Secret`)", isRetryable: false);

    /// <summary>The key that wraps now; a tenant without a ring gets one.</summary>
    /// <exception cref="KeyUnavailableException">There is none, or it cannot be unwrapped.</exception>
    internal async ValueTask<WrappingKey> ForWrappingAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        KeyRingDocument ring = await LoadAsync(tenant, cancellationToken).ConfigureAwait(false)
            ?? await Attempts.RunAsync((Kind, tenant.Value), () => FirstAsync(tenant, cancellationToken)).ConfigureAwait(false);
        return new(await UnwrapAsync(tenant, ring.Ring.ForWrapping(), cancellationToken).ConfigureAwait(false), ring.Requirement);
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
        KeyRing ring = (await LoadAsync(tenant, cancellationToken).ConfigureAwait(false))?.Ring ?? throw new KeyUnavailableException("the tenant has no ring", isRetryable: true);
        KeyUnavailableException? unavailable = null;
        bool wasThere = false;
        foreach (EnvelopeWrap wrap in envelope.Wraps.Where(wrap => wrap.Kind == WrapKind.RingKey))
        {
            try
            {
                RingKey key = ring.ForUnwrapping(new(wrap.Key.KeyVersion.Version), allowCompromised);
                using KeyEncryptionKey secret = await UnwrapAsync(tenant, key, cancellationToken).ConfigureAwait(false);
                wasThere = true;
                DataKey? data = secret.Unwrap(wrap);
                if (data is not null && envelope.IsAuthenticUnder(data))
                {
                    return data;
                }

                data?.Dispose();
            }
            catch (KeyUnavailableException problem)
            {
                unavailable = problem;
            }
        }

        throw wasThere || unavailable is null ? new RecordingTamperedException(TamperReason.Wrap) : unavailable;
    }

    private async ValueTask<KeyRingDocument?> LoadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        KeyRingDocument? ring = await KeyRingDocument.LoadAsync(_documents, tenant, cancellationToken).ConfigureAwait(false);
        return ring is null || Secret.IsAuthentic(ring.Ring, ring.Mac.Span, leastRevision: 0)
            ? ring
            : throw new KeyUnavailableException($"the ring of `{tenant}` is not the one that was stored under this secret", isRetryable: false);
    }

    private async Task<KeyRingDocument?> FirstAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var actor = new Actor { Tenant = tenant, Id = new("keys"), IsMachine = true };
        var deed = new Deed(actor, CommandId.New(), Kind, Ring, KeyFactCodes.Created);
        KeyMaterial material = await DrawAsync(tenant, cancellationToken).ConfigureAwait(false);
        KeyRing ring = KeyWorkflow.Apply(KeyRing.Empty(tenant, _roots.Current), new RotateKey { Id = deed.Command, Replaces = null, Material = material }, actor, _options.Policy, _deeds.Now).Value.Ring;
        DocumentBatch batch = KeyRingDocument.StoreIn(Deeds.Batch(deed), null, ring, Secret);
        await _deeds.CommitAsync(batch, deed, [new("key", material.Id.Value)], cancellationToken).ConfigureAwait(false);
        return await LoadAsync(tenant, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<KeyMaterial> DrawAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var id = new RingKeyId(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        byte[] bytes = RandomNumberGenerator.GetBytes(KeyEncryptionKey.Bytes);
        try
        {
            WrapResult wrapped = await _roots.Find(_roots.Current)!.WrapAsync(tenant, ContextOf(id), bytes, cancellationToken).ConfigureAwait(false);
            WrappedKey key = wrapped.Wrapped ?? throw new KeyUnavailableException($"the root `{_roots.Current}` answered {wrapped.Answer}", wrapped.Answer is KeyAnswer.Throttled or KeyAnswer.Unavailable);
            using var made = KeyEncryptionKey.UnsafeFromBytes(bytes, tenant, id.Value);
            return new() { Id = id, Wraps = [new() { Root = _roots.Current, Key = key }], CheckValue = made.CheckValue };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private async ValueTask<KeyEncryptionKey> UnwrapAsync(TenantId tenant, RingKey key, CancellationToken cancellationToken)
    {
        RootWrap wrap = key.Wraps.FirstOrDefault(one => _roots.Find(one.Root) is not null) ?? throw new KeyUnavailableException($"the host has no root of the key `{key.Id}`", isRetryable: false);
        byte[] bytes = new byte[KeyLimits.KeyBytes];
        try
        {
            ImmutableArray<UnwrapResult> results = await _roots.Find(wrap.Root)!
                .UnwrapAsync(tenant, [new() { Wrapped = wrap.Key, Context = ContextOf(key.Id), Destination = bytes }], cancellationToken).ConfigureAwait(false);
            if (results[0].Answer != KeyAnswer.Done || results[0].Length != KeyEncryptionKey.Bytes)
            {
                throw new KeyUnavailableException($"the root `{wrap.Root}` answered {results[0].Answer}", results[0].Answer is KeyAnswer.Throttled or KeyAnswer.Unavailable);
            }

            var unwrapped = KeyEncryptionKey.UnsafeFromBytes(bytes.AsSpan(0, KeyEncryptionKey.Bytes), tenant, key.Id.Value);
            if (unwrapped.IsCheckedBy(key.CheckValue.Span))
            {
                return unwrapped;
            }

            unwrapped.Dispose();
            throw new KeyUnavailableException($"what the root `{wrap.Root}` gave is not the key `{key.Id}`", isRetryable: false);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private static byte[] ContextOf(RingKeyId key) => Encoding.UTF8.GetBytes($"qualitykit.dev/ring-key/1 {key}");
}
