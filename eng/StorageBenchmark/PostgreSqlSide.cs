using Npgsql;
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

    /// <summary>What the server's autovacuum does by itself some minutes after a large import, and had done for the small one before the large one was in.</summary>
    public static async Task VacuumAsync(string server)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create($"{server};Command Timeout=600");
        await using NpgsqlCommand command = source.CreateCommand("VACUUM (ANALYZE)");
        await command.ExecuteNonQueryAsync();
    }
}
