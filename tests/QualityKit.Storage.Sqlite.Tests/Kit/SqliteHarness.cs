using QualityKit.Storage.Documents;
using QualityKit.Testing.Documents;

namespace QualityKit.Storage.Sqlite.Tests.Kit;

/// <summary>The store over one file; each opening is a node of its own, with connections of its own.</summary>
internal sealed class SqliteHarness : IDocumentStoreHarness
{
    private readonly KilledFolder _folder = new();
    private SqliteDocumentStore? _last;

    public ValueTask<IDocumentStore> OpenAsync(StoreSchema schema, CancellationToken cancellationToken)
    {
        _last = new SqliteDocumentStore(_folder.Open(), schema);
        return new(new CheckedDocumentStore(_last, schema));
    }

    public IStoreMaintenance MaintenanceOf(IDocumentStore store) => _last!;

    public ValueTask KillAsync(CancellationToken cancellationToken)
    {
        _folder.Kill();
        return default;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return default;
    }
}
