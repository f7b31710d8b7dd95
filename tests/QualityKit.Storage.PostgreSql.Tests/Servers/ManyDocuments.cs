using QualityKit.Storage.Documents;

namespace QualityKit.Storage.PostgreSql.Tests.Servers;

/// <summary>20,000 notes of one tenant, and due work of 300 tenants of which one has most; written by an import.</summary>
public sealed class ManyDocuments : IAsyncLifetime
{
    public const int Count = 20_000;
    public const int Tenants = 300;
    public const int Flood = 20_000;

    internal QuickPostgresServer Server { get; } = new();

    public string Schema { get; } = "many";

    public PostgreSqlDocumentStore Store { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (PostgresPrograms.LeftOutBecause is not null)
        {
            return;
        }

        await Server.InitializeAsync();
        Store = new PostgreSqlDocumentStore(Server.Options(Schema), Notes.Schema);
        await Store.EnsureSchemaAsync(default);
        await Store.ImportAsync(Notes.Tenant, AllNotes(Count), default);
        for (int tenant = 0; tenant < Tenants; tenant++)
        {
            await Store.ImportAsync(new TenantId($"t{tenant:000}"), Jobs(tenant == 7 ? Flood : 2), default);
        }

        await Server.Execute("VACUUM ANALYZE");
    }

    public async Task DisposeAsync()
    {
        if (Store is not null)
        {
            await Store.DisposeAsync();
            await Server.DisposeAsync();
        }
    }

    internal static async IAsyncEnumerable<CreateDocument> AllNotes(int count)
    {
        for (int number = 0; number < count; number++)
        {
            string state = number % 10 == 0 ? "closed" : number % 10 == 1 ? "late" : "open";
            yield return new CreateDocument
            {
                Key = Notes.Key($"n{number}"),
                Body = Notes.Body($"note {number} {new string('x', 300)}"),
                Entries = [Notes.State(state, number), Notes.Label($"l{number % 100}"), Notes.Team($"t{number % 10}", $"a{number % 200}", number * 0.5m)],
            };
        }

        await Task.CompletedTask;
    }

    private static async IAsyncEnumerable<CreateDocument> Jobs(int count)
    {
        for (int number = 0; number < count; number++)
        {
            yield return new CreateDocument
            {
                Key = new DocumentKey("jobs", $"j{number}"),
                Body = Notes.Body("job"),
                Entries = [new IndexEntry("due", IndexValue.Of("outbox"), IndexValue.Of(Notes.Noon.AddMinutes(-number)))],
            };
        }

        await Task.CompletedTask;
    }
}
