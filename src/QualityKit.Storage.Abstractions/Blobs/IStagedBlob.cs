namespace QualityKit.Storage.Blobs;

/// <summary>A blob that is being written. Until it is committed nobody sees it; disposed without a commit, it never was.</summary>
public interface IStagedBlob : IAsyncDisposable
{
    /// <summary>Adds bytes at the end.</summary>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Makes the blob visible, whole, under its name; a durable store answers when it would outlive a power cut.</summary>
    /// <returns>What was stored; null when a blob of that name is there already, which stays as it was.</returns>
    ValueTask<BlobInfo?> CommitAsync(CancellationToken cancellationToken);
}
