using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;
using QualityKit.Testing.Documents;

namespace QualityKit.Testing.Tests.Documents;

/// <summary>The in-memory store, or one that is spoiled in one place: once for all nodes, or for each node by itself.</summary>
internal sealed class InMemoryHarness(Func<InMemoryDocumentStore, IDocumentStore>? spoil = null, bool isSpoiledByNode = false) : IDocumentStoreHarness
{
    private InMemoryDocumentStore? _store;
    private IDocumentStore? _opened;

    public ValueTask<IDocumentStore> OpenAsync(StoreSchema schema, CancellationToken cancellationToken)
    {
        _store ??= new InMemoryDocumentStore(schema);
        _opened = isSpoiledByNode ? spoil!(_store) : _opened ?? spoil?.Invoke(_store) ?? _store;
        return new(new CheckedDocumentStore(_opened, schema));
    }

    public IStoreMaintenance MaintenanceOf(IDocumentStore store) => _opened as IStoreMaintenance ?? _store!;

    public ValueTask KillAsync(CancellationToken cancellationToken) => throw new NotSupportedException("memory does not outlive its process");

    public ValueTask DisposeAsync() => default;
}
