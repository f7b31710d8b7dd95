using System.Globalization;
using System.Text;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.PostgreSql.Tests.Children;

/// <summary>Raises one document many times, against others who do the same.</summary>
internal static class CounterRole
{
    public static async Task Run(string connection, string schema, int rounds)
    {
        await using var store = new PostgreSqlDocumentStore(new PostgreSqlStoreOptions { ConnectionString = connection, Schema = schema }, Notes.Schema);
        int refused = 0;
        for (int round = 0; round < rounds; round++)
        {
            while (!await Raise(store, $"{Environment.ProcessId}-{round}-{refused}"))
            {
                refused++;
            }
        }

        Console.WriteLine($"refused {refused}");
    }

    private static async Task<bool> Raise(PostgreSqlDocumentStore store, string command)
    {
        Document counter = (await store.ReadAsync(Notes.Tenant, Notes.Key("counter"), default))!;
        int next = int.Parse(Encoding.UTF8.GetString(counter.Body.Span), CultureInfo.InvariantCulture) + 1;
        return (await store.CommitAsync(Notes.Batch(command).Replace(counter.Key, counter.Version, Notes.Body($"{next}"), Notes.Label($"{next}")), default)).IsCommitted;
    }
}
