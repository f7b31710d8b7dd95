using QualityKit.Storage.Errors;

namespace QualityKit.Storage.PostgreSql.Tests.Children;

/// <summary>Commits batches of three until it is killed or told to stop, and says what it sent and what was acknowledged. What storage lost it sends again.</summary>
internal static class WriterRole
{
    public static async Task Run(string connection, string schema, string name)
    {
        await using var store = new PostgreSqlDocumentStore(new PostgreSqlStoreOptions { ConnectionString = connection, Schema = schema }, Notes.Schema);
        Task<string?> told = Task.Run(Console.In.ReadLineAsync);
        Console.WriteLine("ready");
        for (int number = 0; !told.IsCompleted; number++)
        {
            await Commit(store, $"{name}-{number}");
        }
    }

    private static async Task Commit(PostgreSqlDocumentStore store, string command)
    {
        Console.WriteLine($"sent {command}");
        while (true)
        {
            try
            {
                var result = await store.CommitAsync(Notes.Three(command), default);
                Console.WriteLine(result.Version is { } version ? $"acknowledged {command} {version}" : $"refused {command}");
                return;
            }
            catch (StorageUnavailableException)
            {
                Console.WriteLine($"again {command}");
                await Task.Delay(20);
            }
        }
    }
}
