using QualityKit.Storage.Blobs;

namespace QualityKit.Testing.Tests.Blobs;

/// <summary>A blob being written that is wrong in one place.</summary>
internal sealed class SpoiledStaged(IStagedBlob right) : IStagedBlob
{
    public Func<IStagedBlob, ReadOnlyMemory<byte>, CancellationToken, ValueTask> Write { get; init; } = (staged, bytes, stop) => staged.WriteAsync(bytes, stop);

    public Func<IStagedBlob, CancellationToken, ValueTask<BlobInfo?>> Commit { get; init; } = (staged, stop) => staged.CommitAsync(stop);

    public Func<IStagedBlob, ValueTask> Drop { get; init; } = staged => staged.DisposeAsync();

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => Write(right, bytes, cancellationToken);

    public ValueTask<BlobInfo?> CommitAsync(CancellationToken cancellationToken) => Commit(right, cancellationToken);

    public ValueTask DisposeAsync() => Drop(right);
}
