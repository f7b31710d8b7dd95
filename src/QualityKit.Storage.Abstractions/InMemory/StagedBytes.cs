using QualityKit.Storage.Blobs;

namespace QualityKit.Storage.InMemory;

/// <summary>A blob being written in memory.</summary>
internal sealed class StagedBytes(Func<BlobInfo, byte[], bool> commit, BlobName name) : IStagedBlob
{
    private readonly MemoryStream _bytes = new();
    private Crc32C _checksum;
    private bool _isOver;

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_isOver, this);
        _bytes.Write(bytes.Span);
        _checksum.Append(bytes.Span);
        return default;
    }

    public ValueTask<BlobInfo?> CommitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_isOver, this);
        _isOver = true;
        var info = new BlobInfo { Name = name, Length = _bytes.Length, Crc32C = _checksum.Value };
        return new(commit(info, _bytes.ToArray()) ? info : null);
    }

    public ValueTask DisposeAsync()
    {
        _isOver = true;
        return default;
    }
}
