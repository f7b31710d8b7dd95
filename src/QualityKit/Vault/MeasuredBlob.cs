using QualityKit.Storage.Blobs;
using QualityKit.Storage.Errors;

namespace QualityKit.Vault;

/// <summary>A blob being written, measured on its way: what was handed over is known without asking the store.</summary>
internal sealed class MeasuredBlob(IStagedBlob staged, PayloadTree? tree) : IStagedBlob
{
    private Crc32C _crc;

    /// <summary>How many bytes were handed over.</summary>
    public long Length { get; private set; }

    /// <summary>Their CRC-32C.</summary>
    public uint Crc => _crc.Value;

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await staged.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        _crc.Append(bytes.Span);
        tree?.Append(bytes.Span);
        Length += bytes.Length;
    }

    public ValueTask<BlobInfo?> CommitAsync(CancellationToken cancellationToken) => staged.CommitAsync(cancellationToken);

    /// <summary>Makes it visible, and compares what the store took with what was sent.</summary>
    /// <param name="length">How many bytes it must have.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="StorageUnavailableException">It is something else.</exception>
    public async ValueTask CommitExactlyAsync(long length, CancellationToken cancellationToken)
    {
        BlobInfo? stored = await CommitAsync(cancellationToken).ConfigureAwait(false);
        if (stored is null || stored.Length != Length || stored.Length != length || stored.Crc32C != Crc)
        {
            throw new StorageUnavailableException("the blob store has something else than what it was sent");
        }
    }

    public ValueTask DisposeAsync() => staged.DisposeAsync();
}
