using QualityKit.Storage.Documents;
using QualityKit.Testing.Documents;

namespace QualityKit.Storage.PostgreSql.Tests.Servers;

/// <summary>A schema of its own on a server that all cases share.</summary>
internal sealed class PostgreSqlHarness(PostgresServer server) : IDocumentStoreHarness
{
    private readonly List<PostgreSqlDocumentStore> _opened = [];
    private readonly string _schema = server.NewSchema();

    public async ValueTask<IDocumentStore> OpenAsync(StoreSchema schema, CancellationToken cancellationToken)
    {
        var store = new PostgreSqlDocumentStore(server.Options(_schema), schema);
        _opened.Add(store);
        await store.EnsureSchemaAsync(cancellationToken);
        return new CheckedDocumentStore(store, schema);
    }

    public IStoreMaintenance MaintenanceOf(IDocumentStore store) => _opened[0];

    public async ValueTask KillAsync(CancellationToken cancellationToken)
    {
        server.Crash();
        server.Start();
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (PostgreSqlDocumentStore store in _opened)
        {
            await store.DisposeAsync();
        }

        _opened.Clear();
    }
}
