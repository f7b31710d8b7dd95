using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using QualityKit.Encryption;
using QualityKit.Hosting;
using QualityKit.Interactions;
using QualityKit.Keys;
using QualityKit.People;
using QualityKit.Services;
using QualityKit.Storage.FileSystem;
using QualityKit.Storage.Hosting;
using QualityKit.Storage.PostgreSql;
using QualityKit.Storage.Sqlite;

namespace QualityKit.RecordingBenchmark;

/// <summary>The vault over one store of documents, with payloads in files.</summary>
internal sealed class VaultHost : IAsyncDisposable
{
    private static readonly InteractionId Call = new("call-1");

    private readonly ServiceProvider _services;
    private int _stored;

    private VaultHost(ServiceProvider services) => _services = services;

    public Actor Ada { get; } = new() { Tenant = Recordings.Context.Tenant, Id = new("ada"), Roles = ["administrator"] };

    public KeyRingService Keys => _services.GetRequiredService<KeyRingService>();

    public static async Task<VaultHost> OpenAsync(string store, string folder, string connection, bool takesTree)
    {
        string place = Directory.CreateDirectory(Path.Combine(folder, $"{store}-{Guid.NewGuid():N}")).FullName;
        var services = new ServiceCollection();
        services.AddSingleton<IPeopleDirectory>(new InMemoryPeopleDirectory().Add(Recordings.Context.Tenant, new Person { Id = new("ada"), Roles = ["administrator"] }));
        IQualityKitBuilder builder = services
            .AddQualityKit(options =>
            {
                options.Keys.Secret = new RingSecret(SHA256.HashData("bench"u8));
                options.Keys.Policy = new() { VisibilityDelay = TimeSpan.Zero };
                options.Recordings.TakesTree = takesTree;
            })
            .UseFileSystemBlobs(Path.Combine(place, "blobs"))
            .UseKeyFile(Path.Combine(place, "root.keys"), "a passphrase of the benchmark");
        _ = store switch
        {
            "SQLite" => builder.UseSqlite($"Data Source={Path.Combine(place, "quality.db")}"),
            "PostgreSQL" => builder.UsePostgreSql(connection, options => options.Schema = $"vault_{Guid.NewGuid():N}"),
            _ => builder,
        };
        var host = new VaultHost(services.BuildServiceProvider());
        await host._services.GetRequiredService<QualityKitStartup>().StartAsync(CancellationToken.None);
        await host._services.GetRequiredService<InteractionService>().ReportAsync(
            host.Ada, new Interaction { Id = Call, Tenant = Recordings.Context.Tenant, Media = MediaType.Voice, Direction = Direction.Inbound, StartedAt = DateTimeOffset.UnixEpoch });
        return host;
    }

    public Task StoreAsync(byte[] content) => _services.GetRequiredService<RecordingService>().StoreAsync(
        Ada, new MemoryStream(content), new() { Id = new($"rec-{++_stored}"), Interaction = Call, Media = MediaKind.Audio }, content.Length);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
