using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql;

namespace QualityKit.StorageBenchmark;

internal static class PostgreSqlSide
{
    public static async Task<IDocumentStore> OpenAsync(string server, string schema)
    {
        var store = new PostgreSqlDocumentStore(new PostgreSqlStoreOptions { ConnectionString = server, Schema = schema }, Contents.Schema);
        await store.EnsureSchemaAsync(default);
        return store;
    }
}
