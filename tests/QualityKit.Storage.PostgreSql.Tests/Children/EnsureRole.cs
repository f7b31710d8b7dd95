namespace QualityKit.Storage.PostgreSql.Tests.Children;

/// <summary>Makes the schema, as many nodes do that start together.</summary>
internal static class EnsureRole
{
    public static async Task Run(string connection, string schema)
    {
        await using var store = new PostgreSqlDocumentStore(new PostgreSqlStoreOptions { ConnectionString = connection, Schema = schema }, Notes.Schema);
        Console.WriteLine("ready");
        await Console.In.ReadLineAsync();
        await store.EnsureSchemaAsync(default);
        await store.CommitAsync(Notes.Three($"ensure-{Environment.ProcessId}"), default);
        Console.WriteLine("ensured");
    }
}
