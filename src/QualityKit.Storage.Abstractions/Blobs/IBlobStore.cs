using QualityKit.Storage.Documents;

namespace QualityKit.Storage.Blobs;

/// <summary>Keeps blobs: bytes that are written once and never changed, read in ranges, and removed. It never holds a whole blob in memory.</summary>
/// <remarks>When storage cannot be reached, breaks off, or holds a blob that is damaged, members and the streams they give throw
/// <see cref="Errors.StorageUnavailableException"/>: a blob that is damaged is never taken for one that is not there, and a stream never ends
/// early. Damage is noticed where a length, a record or a piece is not as it must be. A range is not held against the checksum, which is that
/// of all bytes: who reads all of them compares it with <see cref="BlobInfo.Crc32C"/>.</remarks>
public interface IBlobStore
{
    /// <summary>What the store can do.</summary>
    BlobCapabilities Capabilities { get; }

    /// <summary>Begins a blob in a place where nobody sees it.</summary>
    ValueTask<IStagedBlob> StageAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken);

    /// <summary>What is known of a blob; null when there is none of that name.</summary>
    ValueTask<BlobInfo?> FindAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken);

    /// <summary>Some bytes of a blob, to be read forward; null when there is none of that name.</summary>
    /// <param name="tenant">Whose blob.</param>
    /// <param name="name">Which.</param>
    /// <param name="offset">The first byte, from 0; beyond the end there is nothing to read.</param>
    /// <param name="length">The most bytes; null up to the end.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    ValueTask<Stream?> OpenAsync(TenantId tenant, BlobName name, long offset, long? length, CancellationToken cancellationToken);

    /// <summary>Removes a blob for good. Once it answered, the name is free for another blob; QualityKit itself uses no name twice.</summary>
    /// <returns>Whether there was one.</returns>
    ValueTask<bool> DeleteAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken);

    /// <summary>Every committed blob of a tenant, in no stated order.</summary>
    IAsyncEnumerable<BlobInfo> ListAsync(TenantId tenant, CancellationToken cancellationToken);
}
