using System.Collections.Concurrent;
using QualityKit.Persistence;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.FileSystem;
using QualityKit.Storage.InMemory;
using QualityKit.Storage.PostgreSql;
using QualityKit.Storage.PostgreSql.Tests.Servers;
using QualityKit.Storage.Sqlite;

namespace QualityKit.Services.Tests.Stores;

/// <summary>A store of one test, empty when it is opened. Databases are kept for the tests that follow; <see cref="Databases"/> ends them.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    // These tests are not about the disk, so files lie in memory where there is such a folder.
    private static readonly string Root = Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"qualitykit-services-{Environment.ProcessId}");
    private static readonly ConcurrentDictionary<string, ConcurrentBag<OpenStore>> Idle = new();
    private static readonly ConcurrentBag<Func<Task>> Ends = [];
    private static Lazy<Task<QuickPostgresServer>> s_server = new(StartAsync);

    private readonly string _name;

    private OpenStore(string name, IDocumentStore documents, IStoreMaintenance maintenance, IBlobStore? blobs = null)
    {
        _name = name;
        Blobs = blobs ?? new InMemoryBlobStore();
        Documents = new CheckedDocumentStore(documents, CoreSchema.Schema);
        Maintenance = maintenance;
    }

    public IDocumentStore Documents { get; }

    public IStoreMaintenance Maintenance { get; }

    /// <summary>Files beside SQLite, memory beside the others.</summary>
    public IBlobStore Blobs { get; }

    public static async Task<OpenStore> OfAsync(string name)
    {
        if (Idle.GetOrAdd(name, _ => []).TryTake(out OpenStore? idle))
        {
            return idle;
        }

        OpenStore opened = name switch
        {
            StoreNames.Sqlite => Sqlite(),
            StoreNames.PostgreSql => await PostgreSqlAsync(),
            _ => InMemory(),
        };
        await opened.Maintenance.EnsureSchemaAsync(CancellationToken.None);
        return opened;
    }

    /// <summary>Ends every database. No test may have one open.</summary>
    public static async Task CloseAllAsync()
    {
        Idle.Clear();
        s_server = new(StartAsync);
        while (Ends.TryTake(out Func<Task>? end))
        {
            await end();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await foreach (TenantId tenant in Maintenance.ListTenantsAsync(CancellationToken.None))
        {
            await Maintenance.DestroyTenantAsync(tenant, CancellationToken.None);
            await foreach (BlobInfo blob in Blobs.ListAsync(tenant, CancellationToken.None))
            {
                await Blobs.DeleteAsync(tenant, blob.Name, CancellationToken.None);
            }
        }

        Idle.GetOrAdd(_name, _ => []).Add(this);
    }

    private static OpenStore InMemory()
    {
        var store = new InMemoryDocumentStore(CoreSchema.Schema);
        return new(StoreNames.InMemory, store, store);
    }

    private static OpenStore Sqlite()
    {
        string folder = Directory.CreateDirectory(Path.Combine(Root, Path.GetRandomFileName())).FullName;
        var database = new SqliteDatabase(new() { ConnectionString = $"Data Source={Path.Combine(folder, "quality.db")}" }, TimeProvider.System);
        var blobs = new FileSystemBlobStore(new() { Folder = Path.Combine(folder, "blobs") }, TimeProvider.System);
        Ends.Add(() =>
        {
            database.Dispose();
            blobs.Dispose();
            Directory.Delete(folder, recursive: true);
            if (Directory.GetFileSystemEntries(Root).Length == 0)
            {
                Directory.Delete(Root);
            }

            return Task.CompletedTask;
        });
        var store = new SqliteDocumentStore(database, CoreSchema.Schema);
        return new(StoreNames.Sqlite, store, store, blobs);
    }

    private static async Task<OpenStore> PostgreSqlAsync()
    {
        QuickPostgresServer server = await s_server.Value;
        var store = new PostgreSqlDocumentStore(server.Options(server.NewSchema()), CoreSchema.Schema);
        return new(StoreNames.PostgreSql, store, store);
    }

    private static async Task<QuickPostgresServer> StartAsync()
    {
        var server = new QuickPostgresServer();
        await server.InitializeAsync();
        Ends.Add(server.DisposeAsync);
        return server;
    }
}
