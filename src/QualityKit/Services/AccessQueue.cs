using QualityKit.Access;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Entries that are not written yet, in memory: open batches that grow, and closed ones that are written as they are until that succeeded.</summary>
internal sealed class AccessQueue(TimeProvider time, TimeSpan longest)
{
    /// <summary>The most entries of one batch: as many as a commit writes.</summary>
    public const int BatchSize = StoreLimits.BatchWrites;

    private readonly Lock _lock = new();
    private readonly Dictionary<TenantId, Open> _open = [];
    private readonly Queue<AccessBatch> _closed = [];
    private int _count;

    /// <summary>How many entries are not known to be written, those that are being written too.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Adds an entry.</summary>
    /// <returns>Whether it closed a batch: it is full, or its first entry has waited long enough.</returns>
    public bool Add(TenantId tenant, AccessLogEntry entry)
    {
        lock (_lock)
        {
            Interlocked.Increment(ref _count);
            if (!_open.TryGetValue(tenant, out Open? open))
            {
                _open[tenant] = open = new(time.GetTimestamp());
            }

            open.Entries.Add(entry);
            bool isDue = open.Entries.Count >= BatchSize || time.GetElapsedTime(open.Since) >= longest;
            if (isDue)
            {
                Close(tenant, open);
            }

            return isDue;
        }
    }

    /// <summary>A batch of one entry that is written at once.</summary>
    public AccessBatch Begin(TenantId tenant, AccessLogEntry entry)
    {
        Interlocked.Increment(ref _count);
        return new(tenant, CommandId.New(), [entry]);
    }

    /// <summary>Closes every batch, so that all that was added can be taken.</summary>
    public void CloseAll()
    {
        lock (_lock)
        {
            foreach ((TenantId tenant, Open open) in _open.ToArray())
            {
                Close(tenant, open);
            }
        }
    }

    /// <summary>A closed batch, for whoever takes it to write; null when there is none.</summary>
    public AccessBatch? Take()
    {
        lock (_lock)
        {
            return _closed.TryDequeue(out AccessBatch? batch) ? batch : null;
        }
    }

    /// <summary>A batch was written, or given up.</summary>
    public void Done(AccessBatch batch) => Interlocked.Add(ref _count, -batch.Entries.Length);

    /// <summary>A batch could not be written: it waits again.</summary>
    public void Return(AccessBatch batch)
    {
        lock (_lock)
        {
            _closed.Enqueue(batch);
        }
    }

    private void Close(TenantId tenant, Open open)
    {
        _open.Remove(tenant);
        _closed.Enqueue(new(tenant, CommandId.New(), [.. open.Entries]));
    }

    private sealed record Open(long Since)
    {
        public List<AccessLogEntry> Entries { get; } = [];
    }
}
