using QualityKit.Encryption;
using QualityKit.Keys;

namespace QualityKit.Services;

/// <summary>Keys that roots unwrapped, for a while and a number of uses. A root is asked once at a time for each; who waits gets what the first got. Ages go by the monotonic clock.</summary>
internal sealed class KeyCache(KeyOptions options, TimeProvider time, Telemetry? telemetry)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<KeyCacheId, KeptKey> _kept = [];
    private readonly Dictionary<KeyCacheId, Task<KeptKey>> _asked = [];

    /// <summary>How many are kept.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _kept.Count;
            }
        }
    }

    /// <summary>A key; the caller's to dispose.</summary>
    /// <param name="id">Which.</param>
    /// <param name="mayBeStale">Whether one will do that is older, where the root does not answer: to wrap, never to read.</param>
    /// <param name="ask">Asks the root.</param>
    /// <param name="cancellationToken">Stops waiting; others go on.</param>
    /// <exception cref="KeyUnavailableException">The root did not give it.</exception>
    public async ValueTask<KeyEncryptionKey> GetAsync(KeyCacheId id, bool mayBeStale, Func<ValueTask<KeyEncryptionKey>> ask, CancellationToken cancellationToken)
    {
        if (Find(id, options.KeepFor)?.Use(options.MostUses) is { } kept)
        {
            telemetry?.KeyAsked("hit");
            return kept;
        }

        telemetry?.KeyAsked("miss");
        try
        {
            KeyEncryptionKey? key;
            do
            {
                key = (await Asked(id, ask).WaitAsync(cancellationToken).ConfigureAwait(false)).UseStale();
            }
            while (key is null);
            return key;
        }
        catch (KeyUnavailableException problem) when (mayBeStale && problem.IsRetryable)
        {
            if (Find(id, options.MaxStaleWrap)?.UseStale() is not { } stale)
            {
                throw;
            }

            telemetry?.KeyAsked("stale");
            return stale;
        }
    }

    private KeptKey? Find(KeyCacheId id, TimeSpan youngerThan)
    {
        lock (_gate)
        {
            return _kept.TryGetValue(id, out KeptKey? kept) && time.GetElapsedTime(kept.Since) < youngerThan ? kept : null;
        }
    }

    private Task<KeptKey> Asked(KeyCacheId id, Func<ValueTask<KeyEncryptionKey>> ask)
    {
        lock (_gate)
        {
            if (!_asked.TryGetValue(id, out Task<KeptKey>? asked))
            {
                // Not in this turn of the thread: it would run what it waits for under the lock.
                asked = Task.Run(() => AskAsync(id, ask));
                _asked.Add(id, asked);
            }

            return asked;
        }
    }

    private async Task<KeptKey> AskAsync(KeyCacheId id, Func<ValueTask<KeyEncryptionKey>> ask)
    {
        long since = time.GetTimestamp();
        try
        {
            var kept = new KeptKey(await ask().ConfigureAwait(false), since);
            lock (_gate)
            {
                Remove(id);
                _kept.Add(id, kept);
                Prune();
                _asked.Remove(id);
            }

            return kept;
        }
        catch
        {
            lock (_gate)
            {
                _asked.Remove(id);
            }

            throw;
        }
    }

    // Whoever uses one that goes keeps it until they are done.
    private void Prune()
    {
        TimeSpan longest = options.MaxStaleWrap > options.KeepFor ? options.MaxStaleWrap : options.KeepFor;
        foreach (KeyCacheId old in _kept.Where(one => time.GetElapsedTime(one.Value.Since) >= longest).Select(one => one.Key).ToArray())
        {
            Remove(old);
        }

        while (_kept.Count > options.MostKept)
        {
            Remove(_kept.MinBy(one => one.Value.Since).Key);
        }
    }

    private void Remove(KeyCacheId id)
    {
        if (_kept.Remove(id, out KeptKey? gone))
        {
            gone.Key.Dispose();
        }
    }
}
