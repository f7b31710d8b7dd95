using QualityKit.Storage.Blobs;
using QualityKit.Storage.InMemory;
using QualityKit.Testing.Blobs;

namespace QualityKit.Testing.Tests.Blobs;

internal sealed class InMemoryBlobHarness : IBlobStoreHarness
{
    private readonly InMemoryBlobStore _store = new();

    public ValueTask<IBlobStore> OpenAsync(CancellationToken cancellationToken) => new(_store);

    public ValueTask KillAsync(CancellationToken cancellationToken) => throw new NotSupportedException("memory does not outlive its process");

    public ValueTask DisposeAsync() => default;
}
