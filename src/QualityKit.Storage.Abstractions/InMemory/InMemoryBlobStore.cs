using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.InMemory;

/// <summary>Blobs in memory, for tests and trials: everything that a real store promises but durability and size. Safe to share between threads.</summary>
public sealed class InMemoryBlobStore : IBlobStore
{
    private readonly ConcurrentDictionary<(TenantId Tenant, BlobName Name), (BlobInfo Info, byte[] Bytes)> _blobs = new();

    /// <inheritdoc/>
    public BlobCapabilities Capabilities { get; } = new() { Name = "in memory", IsDurable = false, IsShared = false, LargestBlob = 1L << 30 };

    /// <inheritdoc/>
    public ValueTask<IStagedBlob> StageAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(name);
        return new(new StagedBytes((info, bytes) => _blobs.TryAdd((tenant, info.Name), (info, bytes)), name));
    }

    /// <inheritdoc/>
    public ValueTask<BlobInfo?> FindAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(_blobs.TryGetValue((tenant, name), out (BlobInfo Info, byte[] Bytes) blob) ? blob.Info : null);
    }

    /// <inheritdoc/>
    public ValueTask<Stream?> OpenAsync(TenantId tenant, BlobName name, long offset, long? length, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length ?? 0, nameof(length));
        if (!_blobs.TryGetValue((tenant, name), out (BlobInfo Info, byte[] Bytes) blob))
        {
            return new((Stream?)null);
        }

        int start = (int)Math.Min(offset, blob.Bytes.Length);
        int count = (int)Math.Min(length ?? long.MaxValue, blob.Bytes.Length - start);
        return new(new MemoryStream(blob.Bytes, start, count, writable: false));
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(_blobs.TryRemove((tenant, name), out _));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobInfo> ListAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (((TenantId owner, _), (BlobInfo info, _)) in _blobs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (owner == tenant)
            {
                yield return info;
            }
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }
}
