namespace QualityKit.Storage.PostgreSql.Tests.Children;

/// <summary>Writes its own document if the other side's is not there, round by round when it is told to.</summary>
internal static class SkewRole
{
    public static async Task Run(string connection, string schema, int side, int rounds)
    {
        await using var store = new PostgreSqlDocumentStore(new PostgreSqlStoreOptions { ConnectionString = connection, Schema = schema }, Notes.Schema);
        for (int round = 0; round < rounds; round++)
        {
            await Console.In.ReadLineAsync();
            var result = await store.CommitAsync(
                Notes.Batch($"skew-{side}-{round}").RequireAbsent(Notes.Key($"skew-{1 - side}-{round}")).Create(Notes.Key($"skew-{side}-{round}"), Notes.Body("here")), default);
            Console.WriteLine($"{round} {result.IsCommitted}");
        }
    }
}
