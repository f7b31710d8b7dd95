using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Tries whether a copy of a store would open with the roots that somebody has: asks every root for every key alone, and opens a sample of the envelopes of each key. It writes nothing.</summary>
/// <remarks>For operators, over a copy that was restored somewhere else. It asks for no permission, and gives away no key and no audio.</remarks>
public sealed class RecoveryDrill
{
    private readonly IDocumentStore _copy;
    private readonly IStoreMaintenance _maintenance;
    private readonly KeyOptions _options;
    private readonly KeyRoots _roots;
    private readonly TimeProvider _time;

    /// <summary>A drill over a copy.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="maintenance">The same store, to read all of it.</param>
    /// <param name="roots">The roots that somebody has.</param>
    /// <param name="options">The secret of rings, and how long a root may take.</param>
    /// <param name="time">The clock.</param>
    public RecoveryDrill(IDocumentStore copy, IStoreMaintenance maintenance, KeyRoots roots, KeyOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(copy);
        ArgumentNullException.ThrowIfNull(maintenance);
        ArgumentNullException.ThrowIfNull(roots);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        (_copy, _maintenance, _roots, _options, _time) = (copy, maintenance, roots, options, time);
    }

    /// <summary>Tries one tenant.</summary>
    /// <param name="tenant">Whose recordings.</param>
    /// <param name="sample">How many envelopes of each key are opened, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<RecoveryReport> RunAsync(TenantId tenant, int sample = 10, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sample);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sample, 1000);
        KeyRing? ring = await RingAsync(tenant, cancellationToken).ConfigureAwait(false);
        var envelopes = new EnvelopeSample(ring, sample);
        await foreach (CreateDocument document in _maintenance.ExportAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            if (document.Key.Collection == Collections.Envelopes)
            {
                envelopes.Add(document);
            }
        }

        var keys = ImmutableArray.CreateBuilder<RecoveredKey>();
        foreach (RingKey key in ring?.Keys.Where(key => key.State != KeyState.Destroyed) ?? [])
        {
            keys.Add(await TryAsync(tenant, key, envelopes, cancellationToken).ConfigureAwait(false));
        }

        return new() { IsRingAuthentic = ring is not null, Keys = keys.ToImmutable(), Envelopes = envelopes.Read, Lost = envelopes.Lost };
    }

    private async ValueTask<KeyRing?> RingAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        try
        {
            return (await new RingSource(_copy, _options, _time, NullLogger.Instance).LoadAsync(tenant, cancellationToken).ConfigureAwait(false))?.Ring;
        }
        catch (KeyUnavailableException)
        {
            return null;
        }
    }

    private async ValueTask<RecoveredKey> TryAsync(TenantId tenant, RingKey key, EnvelopeSample envelopes, CancellationToken cancellationToken)
    {
        var opened = ImmutableArray.CreateBuilder<string>();
        (HashSet<RecordingId> done, ImmutableArray<Envelope> sample) = ([], envelopes.Of(key.Id));
        foreach (RootWrap wrap in key.Wraps.Where(wrap => _roots.Find(wrap.Root) is not null))
        {
            RootReply reply = await new RootKeys(_roots, _options, _time, NullLogger.Instance)
                .UnwrapAsync(tenant, key with { Wraps = [wrap] }, cancellationToken).ConfigureAwait(false);
            if (reply.Key is { } secret)
            {
                opened.Add(wrap.Root);
                done.UnionWith(sample.Where(envelope => Opens(secret, key.Id, envelope)).Select(envelope => envelope.Context.Recording));
                secret.Dispose();
            }
        }

        RecordingId[] all = [.. sample.Select(envelope => envelope.Context.Recording)];
        return new()
        {
            Key = key.Id,
            State = key.State,
            OpenedBy = opened.ToImmutable(),
            NotOpenedBy = [.. key.Wraps.Select(wrap => wrap.Root).Except(opened)],
            Envelopes = envelopes.CountOf(key.Id),
            Opened = [.. all.Where(done.Contains)],
            NotOpened = [.. all.Where(recording => !done.Contains(recording))],
        };
    }

    private static bool Opens(KeyEncryptionKey secret, RingKeyId key, Envelope envelope)
    {
        using DataKey? data = TenantKeys.Authentic(secret, envelope.Wraps.First(wrap => wrap.Kind == WrapKind.RingKey && TenantKeys.IdOf(wrap) == key), envelope);
        return data is not null;
    }
}
