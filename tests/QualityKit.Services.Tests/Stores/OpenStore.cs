using QualityKit.Persistence;
using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;
using QualityKit.Storage.PostgreSql;
using QualityKit.Storage.PostgreSql.Tests.Servers;
using QualityKit.Storage.Sqlite;

namespace QualityKit.Services.Tests.Stores;

/// <summary>A store of one test, empty when it is opened and gone when it is disposed.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private static readonly Lazy<Task<QuickPostgresServer>> Server = new(StartAsync);

    private readonly Func<ValueTask> _close;

    private OpenStore(IDocumentStore documents, IStoreMaintenance maintenance, Func<ValueTask> close)
    {
        Documents = new CheckedDocumentStore(documents, CoreSchema.Schema);
        Maintenance = maintenance;
        _close = close;
    }

    public IDocumentStore Documents { get; }

    public IStoreMaintenance Maintenance { get; }

    public static async Task<OpenStore> OfAsync(string name)
    {
        OpenStore opened = name switch
        {
            StoreNames.Sqlite => Sqlite(),
            StoreNames.PostgreSql => await PostgreSqlAsync(),
            _ => InMemory(),
        };
        await opened.Maintenance.EnsureSchemaAsync(CancellationToken.None);
        return opened;
    }

    public ValueTask DisposeAsync() => _close();

    private static OpenStore InMemory()
    {
        var store = new InMemoryDocumentStore(CoreSchema.Schema);
        return new(store, store, () => default);
    }

    private static OpenStore Sqlite()
    {
        string folder = Directory.CreateTempSubdirectory("qualitykit-services-").FullName;
        var database = new SqliteDatabase(new() { ConnectionString = $"Data Source={Path.Combine(folder, "quality.db")}" }, TimeProvider.System);
        var store = new SqliteDocumentStore(database, CoreSchema.Schema);
        return new(store, store, () =>
        {
            database.Dispose();
            Directory.Delete(folder, recursive: true);
            return default;
        });
    }

    private static async Task<OpenStore> PostgreSqlAsync()
    {
        QuickPostgresServer server = await Server.Value;
        var store = new PostgreSqlDocumentStore(server.Options(server.NewSchema()), CoreSchema.Schema);
        return new(store, store, store.DisposeAsync);
    }

    // One server for the whole run; it ends with the process that its tests are.
    private static async Task<QuickPostgresServer> StartAsync()
    {
        var server = new QuickPostgresServer();
        await server.InitializeAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().GetAwaiter().GetResult();
        return server;
    }
}
