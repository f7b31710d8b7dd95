using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using QualityKit.Auditing;
using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Wraps data keys of one tenant anew by the active key, page by page, each in one commit that requires the ring as it was read. The audio is never touched.</summary>
internal sealed class Rewrapping(KeyTools tools, Actor actor)
{
    /// <summary>What the chains of keys are called in the audit.</summary>
    public const string Kind = "ring-key";

    private const int PageEnvelopes = 50;

    private readonly List<RecordingId> _refused = [];
    private int _rewrapped;

    private TenantId Tenant => actor.Tenant;

    /// <summary>Whether an older key wraps anything, by the index; not where all keys wait to be destroyed.</summary>
    public async ValueTask<bool> HasWorkAsync(CancellationToken cancellationToken)
    {
        if (await tools.Keys.Rings.LoadAsync(Tenant, cancellationToken).ConfigureAwait(false) is { Ring.Shred: not null })
        {
            return false;
        }

        ImmutableArray<IndexValue> older = [.. (await OlderAsync(cancellationToken).ConfigureAwait(false)).Take(StoreLimits.QueryValues).Select(key => IndexValue.Of(key.Id.Value))];
        var any = new DocumentQuery { Collection = Collections.Envelopes, Index = EnvelopeDocument.ByKey, Equal = [older] };
        return older.Length > 0 && await tools.Store.CountAsync(Tenant, any, 1, cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <summary>Whether a key wraps no more, and what it wrapped is to be wrapped anew.</summary>
    public static bool IsOlder(RingKey key) => key.State is KeyState.Compromised or KeyState.DecryptOnly;

    /// <summary>Wraps anew what was opened on this node and waits for it. What comes to nothing is left to <see cref="RunAsync"/>, which counts on from here.</summary>
    /// <param name="most">How many envelopes at most.</param>
    /// <param name="hasTime">Whether there is time for another page.</param>
    /// <param name="cancellationToken">Stops the work, between two pages.</param>
    public async ValueTask RunWaitingAsync(int most, Func<bool> hasTime, CancellationToken cancellationToken)
    {
        RingKey[] older = [.. await OlderAsync(cancellationToken).ConfigureAwait(false)];
        while (Left(most) > 0 && hasTime() && tools.Keys.Waiting.Take(Tenant, Left(most)) is { IsEmpty: false } waiting)
        {
            bool isLost = true;
            for (int attempt = 0; isLost && attempt < Attempts.Most; attempt++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                isLost = !await WaitingAsync(older, waiting, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Wraps anew what older keys wrap, compromised ones first.</summary>
    /// <param name="most">How many envelopes at most.</param>
    /// <param name="hasTime">Whether there is time for another page.</param>
    /// <param name="cancellationToken">Stops the work, between two pages.</param>
    public async ValueTask<RewrapReport> RunAsync(int most, Func<bool> hasTime, CancellationToken cancellationToken)
    {
        bool hasMore = false;
        foreach (RingKey key in await OlderAsync(cancellationToken).ConfigureAwait(false))
        {
            hasMore = !await DrainAsync(key.Id, most, hasTime, cancellationToken).ConfigureAwait(false);
            if (hasMore)
            {
                break;
            }
        }

        return new() { Rewrapped = _rewrapped, Refused = [.. _refused.Distinct()], HasMore = hasMore };
    }

    private async ValueTask<IEnumerable<RingKey>> OlderAsync(CancellationToken cancellationToken)
    {
        KeyRingDocument? ring = await tools.Keys.Rings.LoadAsync(Tenant, cancellationToken).ConfigureAwait(false);
        return ring?.Ring.Keys.Where(IsOlder).OrderBy(key => key.State == KeyState.DecryptOnly) ?? Enumerable.Empty<RingKey>();
    }

    private int Left(int most) => Math.Min(PageEnvelopes, most - _rewrapped - _refused.Count);

    // Whether everything was committed that the envelopes as they are now need; a page for each older key, by the first that wraps one.
    private async ValueTask<bool> WaitingAsync(RingKey[] older, ImmutableArray<RecordingId> waiting, CancellationToken cancellationToken)
    {
        var pages = older.ToDictionary(key => key, _ => new List<Document>());
        foreach (RecordingId recording in waiting)
        {
            Document? document = await tools.Store.ReadAsync(Tenant, EnvelopeDocument.KeyOf(recording), cancellationToken).ConfigureAwait(false);
            if (document is not null && Array.Find(older, key => IsWrappedBy(document, key)) is { } first)
            {
                pages[first].Add(document);
            }
        }

        bool isCommitted = true;
        foreach (RingKey key in older)
        {
            isCommitted &= await PageAsync(key.Id, [.. pages[key]], cancellationToken).ConfigureAwait(false);
        }

        return isCommitted;
    }

    // One that cannot be read is refused where its turn comes.
    private static bool IsWrappedBy(Document document, RingKey key)
    {
        try
        {
            return TenantKeys.IsWrappedBy(EnvelopeDocument.Read(document), key);
        }
        catch (RecordingTamperedException)
        {
            return false;
        }
    }

    // Whether it went through everything that the key wraps.
    private async ValueTask<bool> DrainAsync(RingKeyId older, int most, Func<bool> hasTime, CancellationToken cancellationToken)
    {
        var query = new DocumentQuery { Collection = Collections.Envelopes, Index = EnvelopeDocument.ByKey, Equal = [[IndexValue.Of(older.Value)]] };
        for (int lost = 0; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int take = Left(most);
            if (take <= 0 || lost == Attempts.Most || !hasTime())
            {
                return false;
            }

            DocumentPage page = await tools.Store.QueryAsync(Tenant, query with { Take = take }, cancellationToken).ConfigureAwait(false);
            if (!await PageAsync(older, page.Documents, cancellationToken).ConfigureAwait(false))
            {
                // Somebody changed the ring, or one of these envelopes: they are read again.
                lost++;
                continue;
            }

            if (page.End is null)
            {
                return true;
            }

            query = query with { After = page.End };
        }
    }

    // Whether it was committed, or there was nothing to commit.
    private async ValueTask<bool> PageAsync(RingKeyId older, ImmutableArray<Document> page, CancellationToken cancellationToken)
    {
        if (page.IsEmpty)
        {
            return true;
        }

        KeyRingDocument ring = await tools.Keys.Rings.LoadAsync(Tenant, cancellationToken).ConfigureAwait(false) ?? throw new KeyUnavailableException("the ring is gone", isRetryable: false);
        var deed = new Deed(actor, CommandId.New(), Kind, older.Value, KeyFactCodes.Rewrapped);
        var done = new List<RecordingId>();
        int refused = _refused.Count;
        DocumentBatch batch = Deeds.Batch(deed).With(ring.Requirement);
        WrappingKey wrapping = await tools.Keys.ForWrappingAsync(Tenant, cancellationToken).ConfigureAwait(false);
        using KeyEncryptionKey active = wrapping.Key;
        if (wrapping.Ring.Version != ring.Document.Version)
        {
            return false;
        }

        using KeyEncryptionKey reloaded = await tools.Keys.ReloadAsync(Tenant, ring.Ring.ForWrapping(), cancellationToken).ConfigureAwait(false);
        foreach ((Document document, Envelope envelope) in await AnewAsync(older, page, ring.Ring, (active, reloaded), cancellationToken).ConfigureAwait(false))
        {
            batch = EnvelopeDocument.ReplaceIn(batch, document, envelope);
            done.Add(envelope.Context.Recording);
        }

        bool isCommitted = done.Count == 0 || await CommitAsync(batch, deed, ring.Ring, (active, reloaded), done, cancellationToken).ConfigureAwait(false);
        if (!isCommitted)
        {
            _refused.RemoveRange(refused, _refused.Count - refused);
            return false;
        }

        _rewrapped += done.Count;
        tools.Ambient.Telemetry.Rewrapped("done", done.Count);
        tools.Ambient.Telemetry.Rewrapped("refused", _refused.Count - refused);
        return true;
    }

    private ValueTask<bool> CommitAsync(
        DocumentBatch batch, Deed deed, KeyRing ring, (KeyEncryptionKey Active, KeyEncryptionKey Reloaded) keys, List<RecordingId> done, CancellationToken cancellationToken)
    {
        ReadOnlySpan<byte> check = ring.ForWrapping().CheckValue.Span;
        if (!keys.Active.IsCheckedBy(check) || !keys.Reloaded.IsCheckedBy(check))
        {
            throw tools.Keys.Rings.Quarantine(Tenant, $"the check value of the key {ring.ForWrapping().Id} is not that of the key");
        }

        string root = Convert.ToHexStringLower(MerkleTree.Root(done.Select(recording => Encoding.UTF8.GetBytes(recording.Value))));
        ImmutableArray<AuditFact> facts =
            [new("by", keys.Active.Version), new("revision", Number(ring.Revision)), new("count", Number(done.Count)), new("recordings", root)];
        return tools.Keeping.Deeds.CommitAsync(batch, deed, facts, cancellationToken);
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    // What cannot be wrapped anew is left as it is, and the rest goes on.
    private async ValueTask<List<(Document Document, Envelope Envelope)>> AnewAsync(
        RingKeyId older, ImmutableArray<Document> page, KeyRing ring, (KeyEncryptionKey Active, KeyEncryptionKey Reloaded) wrapping, CancellationToken cancellationToken)
    {
        List<(Document Document, Envelope Envelope)> read = Read(page);
        DataKey?[] keys = await TogetherAsync(ring, older, [.. read.Select(one => one.Envelope)], cancellationToken).ConfigureAwait(false);
        try
        {
            for (int place = 0; place < keys.Length; place++)
            {
                keys[place] ??= await AloneAsync(read[place].Document, read[place].Envelope, cancellationToken).ConfigureAwait(false);
            }

            Document[] documents = [.. read.Where((_, place) => keys[place] is not null).Select(one => one.Document)];
            Envelope[] anew = Anew([.. read.Where((_, place) => keys[place] is not null).Select(one => one.Envelope)], [.. keys.OfType<DataKey>()], wrapping.Active);

            // No wrong wrap: what was written is opened through a key that came from the ring and the root anew.
            DataKey?[] again = TenantKeys.AuthenticAll(wrapping.Reloaded, [.. anew.Select(envelope => envelope.Wraps[0])], anew);
            Array.ForEach(again, key => key?.Dispose());
            return again.Contains(null)
                ? throw tools.Keys.Rings.Quarantine(Tenant, $"what the key {ring.ForWrapping().Id} wrapped it does not unwrap")
                : [.. documents.Zip(anew)];
        }
        finally
        {
            Array.ForEach(keys, key => key?.Dispose());
        }
    }

    private List<(Document Document, Envelope Envelope)> Read(ImmutableArray<Document> page)
    {
        var read = new List<(Document, Envelope)>();
        foreach (Document document in page)
        {
            try
            {
                Envelope envelope = EnvelopeDocument.Read(document);
                var expected = new RecordingContext(Tenant, new(document.Key.Id), envelope.Context.Media);
                read.Add(envelope.Context == expected ? (document, envelope) : throw new RecordingTamperedException(TamperReason.Context));
            }
            catch (RecordingTamperedException problem)
            {
                Refuse(document, problem);
            }
        }

        return read;
    }

    // Null for each that the key does not give: then it is asked for alone, and either found otherwise or refused with the reason.
    private async ValueTask<DataKey?[]> TogetherAsync(KeyRing ring, RingKeyId older, Envelope[] envelopes, CancellationToken cancellationToken)
    {
        try
        {
            return await tools.Keys.UnwrapAllAsync(Tenant, ring.ForUnwrapping(older, allowCompromised: true), envelopes, cancellationToken).ConfigureAwait(false);
        }
        catch (KeyUnavailableException)
        {
            return new DataKey?[envelopes.Length];
        }
    }

    private async ValueTask<DataKey?> AloneAsync(Document document, Envelope envelope, CancellationToken cancellationToken)
    {
        try
        {
            return await tools.Keys.UnwrapAsync(Tenant, envelope, allowCompromised: true, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is RecordingTamperedException || (problem is KeyUnavailableException { IsRetryable: false } && !tools.Keys.Rings.IsQuarantined(Tenant)))
        {
            Refuse(document, problem);
            return null;
        }
    }

    private void Refuse(Document document, Exception problem)
    {
        tools.Ambient.Log.EnvelopeRefused(Tenant.Value, document.Key.Id, problem);
        _refused.Add(new(document.Key.Id));
    }

    // The wraps of the ring give way to one by the active key; what else leads to the data key stays.
    private static Envelope[] Anew(Envelope[] envelopes, DataKey[] keys, KeyEncryptionKey active) =>
        [.. envelopes.Zip(active.WrapAll(keys), (envelope, fresh) => Envelope.Parse(envelope.With(envelope.Wraps.Where(wrap => wrap.Kind != WrapKind.RingKey).Prepend(fresh)).ToBytes()))];
}
