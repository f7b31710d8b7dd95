using System.Collections.Immutable;
using QualityKit.Encryption;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Recordings that were opened on this node while an older key wraps them: they are wrapped anew before others. It is in memory and bounded; what it has no place for, or loses, the background finds by itself.</summary>
internal sealed class WaitingRewraps(KeyOptions options, Telemetry? telemetry)
{
    private readonly Lock _gate = new();
    private readonly HashSet<(TenantId Tenant, RecordingId Recording)> _all = [];
    private readonly Dictionary<TenantId, Queue<RecordingId>> _waiting = [];

    /// <summary>Puts a recording behind those that wait; one that waits already does so once. It waits for nothing but the lock.</summary>
    public void Offer(TenantId tenant, RecordingId recording)
    {
        if (TryAdd(tenant, recording) is { } isQueued)
        {
            telemetry?.Waits(isQueued ? "queued" : "dropped");
        }
    }

    /// <summary>Whether any recording of a tenant waits.</summary>
    public bool Any(TenantId tenant)
    {
        lock (_gate)
        {
            return _waiting.ContainsKey(tenant);
        }
    }

    /// <summary>Takes those out that have waited longest.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="most">How many at most.</param>
    public ImmutableArray<RecordingId> Take(TenantId tenant, int most)
    {
        lock (_gate)
        {
            if (!_waiting.TryGetValue(tenant, out Queue<RecordingId>? queue))
            {
                return [];
            }

            var taken = ImmutableArray.CreateBuilder<RecordingId>();
            while (taken.Count < most && queue.TryDequeue(out RecordingId recording))
            {
                _all.Remove((tenant, recording));
                taken.Add(recording);
            }

            if (queue.Count == 0)
            {
                _waiting.Remove(tenant);
            }

            return taken.ToImmutable();
        }
    }

    // Null: it waits already.
    private bool? TryAdd(TenantId tenant, RecordingId recording)
    {
        lock (_gate)
        {
            if (_all.Contains((tenant, recording)))
            {
                return null;
            }

            if (_all.Count >= options.MostWaitingRewraps)
            {
                return false;
            }

            if (!_waiting.TryGetValue(tenant, out Queue<RecordingId>? queue))
            {
                _waiting.Add(tenant, queue = new());
            }

            queue.Enqueue(recording);
            return _all.Add((tenant, recording));
        }
    }
}
