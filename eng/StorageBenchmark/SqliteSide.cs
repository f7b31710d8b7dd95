using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite;

namespace QualityKit.StorageBenchmark;

internal static class SqliteSide
{
    public static IDocumentStore Open(string folder, string name) =>
        new SqliteDocumentStore(new SqliteDatabase(new SqliteStoreOptions { ConnectionString = $"Data Source={Path.Combine(folder, $"{name}.db")}" }, TimeProvider.System), Contents.Schema);
}
