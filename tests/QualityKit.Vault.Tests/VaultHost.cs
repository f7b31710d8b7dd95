using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using QualityKit.Encryption;
using QualityKit.Hosting;
using QualityKit.Interactions;
using QualityKit.Keys;
using QualityKit.People;
using QualityKit.Services;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.FileSystem;
using QualityKit.Storage.Hosting;
using QualityKit.Storage.Sqlite;

namespace QualityKit.Vault.Tests;

/// <summary>A host as a product has one: documents in SQLite, payloads in files, the root of keys in a key file; all in one folder.</summary>
internal sealed class VaultHost : IAsyncDisposable
{
    public static readonly TenantId Tenant = new("acme");
    public static readonly RecordingId Recording = new("rec-1");

    private static readonly InteractionId Call = new("call-1");

    private readonly ServiceProvider _services;

    private VaultHost(ServiceProvider services) => _services = services;

    public Actor Actor { get; } = new() { Tenant = Tenant, Id = new("ada"), Roles = ["administrator"] };

    public RecordingService Recordings => _services.GetRequiredService<RecordingService>();

    public KeyRingService Keys => _services.GetRequiredService<KeyRingService>();

    public IBlobStore Blobs => _services.GetRequiredKeyedService<IBlobStore>(QualityKitOptions.DefaultName);

    /// <summary>Opens what is in a folder, or begins it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="kill">What ends the process; null for nothing.</param>
    /// <param name="later">How far the clock is ahead.</param>
    public static async Task<VaultHost> OpenAsync(string folder, KillSwitch? kill = null, TimeSpan later = default)
    {
        kill ??= new(0);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new LaterTime(later));
        services.AddSingleton<IPeopleDirectory>(new InMemoryPeopleDirectory().Add(Tenant, new Person { Id = new("ada"), Roles = ["administrator"] }));
        services
            .AddQualityKit(options =>
            {
                options.Keys.Secret = new RingSecret(SHA256.HashData("ring"u8));
                options.Keys.Policy = new() { VisibilityDelay = TimeSpan.Zero, BackupHorizon = TimeSpan.FromDays(35) };
                options.Recordings.EnvelopeCopies = ExportRecipient.PublicKey(RecoveryKeyIn(folder));
            })
            .UseDocumentStore("UseMortal", folder, (_, schema) => new MortalDocuments(new(new SqliteDatabase(new() { ConnectionString = $"Data Source={Path.Combine(folder, "quality.db")}" }, TimeProvider.System), schema), kill))
            .UseBlobStore("UseMortal", folder, _ => new MortalBlobs(new(new FileSystemBlobOptions { Folder = Path.Combine(folder, "blobs") }, TimeProvider.System), kill))
            .UseKeyFile(Path.Combine(folder, "root.keys"), "correct horse battery staple");
        var host = new VaultHost(services.BuildServiceProvider());
        await host._services.GetRequiredService<QualityKitStartup>().StartAsync(CancellationToken.None);
        return host;
    }

    /// <summary>The public half of the recovery key of a folder, whose private half nobody keeps.</summary>
    private static byte[] RecoveryKeyIn(string folder)
    {
        string file = Path.Combine(folder, "recovery.der");
        if (!File.Exists(file))
        {
            using var key = RSA.Create(3072);
            File.WriteAllBytes(file, key.ExportSubjectPublicKeyInfo());
        }

        return File.ReadAllBytes(file);
    }

    /// <summary>Reports the call that recordings are of.</summary>
    public Task ReportAsync() => _services.GetRequiredService<InteractionService>().ReportAsync(Actor, new Interaction
    {
        Id = Call,
        Tenant = Tenant,
        Media = MediaType.Voice,
        Direction = Direction.Inbound,
        StartedAt = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
    });

    /// <summary>Stores a recording of bytes that anybody can make again.</summary>
    public Task<RecordingReceipt> StoreAsync(RecordingId recording, byte[] content, CommandId? command = null) =>
        Recordings.StoreAsync(Actor, new MemoryStream(content), new() { Id = recording, Interaction = Call, Media = MediaKind.Audio }, content.Length, command);

    /// <summary>What a recording holds; null when there is none, or it was deleted.</summary>
    public async Task<byte[]?> PlayAsync(RecordingId recording)
    {
        try
        {
            await using RecordingPlayback playback = await Recordings.OpenAsync(Actor, recording, new("sitting"));
            using var all = new MemoryStream();
            await playback.Content.CopyToAsync(all);
            return all.ToArray();
        }
        catch (EntityNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Runs the background until nothing is left to do at once.</summary>
    public async Task RunJobsAsync()
    {
        foreach (IQualityJob job in _services.GetKeyedServices<IQualityJob>(QualityKitOptions.DefaultName))
        {
            for (int turn = 0; turn < 20 && await job.RunOnceAsync(CancellationToken.None); turn++)
            {
            }
        }
    }

    /// <summary>The copies of envelopes that lie beside payloads.</summary>
    public ValueTask<List<EnvelopeCopy>> CopiesAsync() => EnvelopeCopies.ListAsync(Blobs, Tenant, CancellationToken.None).ToListAsync();

    /// <summary>The names of all blobs that there are.</summary>
    public async Task<List<string>> BlobNamesAsync()
    {
        var names = new List<string>();
        await foreach (BlobInfo blob in Blobs.ListAsync(Tenant, CancellationToken.None))
        {
            names.Add(blob.Name.Value);
        }

        return names;
    }

    public static byte[] Content(int length)
    {
        byte[] bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class LaterTime(TimeSpan later) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + later;
    }
}
