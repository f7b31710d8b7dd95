using QualityKit.Storage.Blobs;

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

    public ValueTask DisposeAsync() => staged.DisposeAsync();
}
