using QualityKit.Storage.Blobs;
using QualityKit.Storage.InMemory;
using QualityKit.Testing.Blobs;

namespace QualityKit.Testing.Tests.Blobs;

/// <summary>The in-memory blobs, or some that are spoiled in one place.</summary>
internal sealed class InMemoryBlobHarness : IBlobStoreHarness
{
    private readonly IBlobStore _store;

    public InMemoryBlobHarness(Func<IBlobStore, IBlobStore>? spoil = null) => _store = spoil?.Invoke(new InMemoryBlobStore()) ?? new InMemoryBlobStore();

    public ValueTask<IBlobStore> OpenAsync(CancellationToken cancellationToken) => new(_store);

    public ValueTask KillAsync(CancellationToken cancellationToken) => throw new NotSupportedException("memory does not outlive its process");

    public ValueTask DisposeAsync() => default;
}
