using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using QualityKit.Auditing;
using QualityKit.Hosting;
using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Services.Tests.Services;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Hosting;
using QualityKit.Storage.InMemory;
using QualityKit.Testing.Time;
using QualityKit.Vault;

namespace QualityKit.Services.Tests.Recordings;

/// <summary>A node as a host has it, with recordings of one call: its keys become active at once, and its background wraps ten envelopes a run.</summary>
internal sealed class Vault : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string? _folder;

    private Vault(ServiceProvider services, string? folder) => (_services, _folder) = (services, folder);

    public RecordingService Recordings => _services.GetRequiredService<RecordingService>();

    public KeyRingService Keys => _services.GetRequiredService<KeyRingService>();

    public CountingMeters Meters { get; private init; } = null!;

    public SwitchedWrapper Root { get; private init; } = null!;

    public ManualTimeProvider Time { get; private init; } = null!;

    private IDocumentStore Documents => _services.GetRequiredKeyedService<IDocumentStore>(QualityKitOptions.DefaultName);

    /// <summary>A node with so many recordings, <c>rec-00</c> and so on.</summary>
    public static async Task<Vault> OpenAsync(string store, int recordings, Action<KeyOptions>? configure = null)
    {
        string? folder = store == StoreNames.Sqlite ? Directory.CreateTempSubdirectory("qualitykit-vault-").FullName : null;
        var (meters, root, time) = (new CountingMeters(), new SwitchedWrapper(new InMemoryKeyWrapper()), new ManualTimeProvider(Reported.Start.AddDays(1)));
        IServiceCollection services = new ServiceCollection()
            .AddSingleton<IMeterFactory>(meters).AddSingleton<TimeProvider>(time).AddSingleton<IKeepingTerms>(new ChangingTerms()).AddSingleton<IAuditKeys>(Center.Keys);
        IQualityKitBuilder builder = services.AddQualityKit(options =>
        {
            options.Keys.Secret = new(new byte[32]);
            options.Keys.Policy = new() { VisibilityDelay = TimeSpan.Zero };
            options.Keys.RewrapsPerSecond = 1;
            configure?.Invoke(options.Keys);
        }).UseKeyRoot("root", _ => root);
        string file = $"Data Source={Path.Combine(folder ?? "", "vault.db")}";
        ServiceProvider provider = (folder is null ? builder : builder.UseSqlite(file).UseSqliteBlobs(file)).Services.BuildServiceProvider();
        await provider.GetRequiredKeyedService<IStoreMaintenance>(QualityKitOptions.DefaultName).EnsureSchemaAsync(CancellationToken.None);
        var vault = new Vault(provider, folder) { Meters = meters, Root = root, Time = time };
        await provider.GetRequiredService<InteractionService>().ReportAsync(Center.Ada, Reported.Call());
        for (int number = 0; number < recordings; number++)
        {
            await vault.StoreAsync($"rec-{number:00}");
        }

        return vault;
    }

    public Task StoreAsync(string id) => Recordings.StoreAsync(Center.Ada, new MemoryStream(Recorded.Bytes(100)), Recorded.Of(id));

    /// <summary>Plays recordings, and looks that they are what was stored.</summary>
    public async Task PlayAsync(params string[] ids)
    {
        foreach (string id in ids)
        {
            await using RecordingPlayback playback = await Recordings.OpenAsync(Center.Ada, new(id), PlaybackSession.New());
            byte[] bytes = new byte[100];
            await playback.Content.ReadExactlyAsync(bytes);
            Assert.Equal(Recorded.Bytes(100), bytes);
        }
    }

    /// <summary>Another key becomes active.</summary>
    /// <returns>The key that was.</returns>
    public async Task<RingKeyId> RotateAsync()
    {
        RingKeyId before = await ActiveAsync();
        KeyRingSummary pending = await Keys.RotateAsync(Center.Ada, before);
        await Keys.ActivateAsync(Center.Ada, pending.Keys[^1].Id);
        Assert.NotEqual(before, await ActiveAsync());
        return before;
    }

    public async Task<RingKeyId> ActiveAsync() => (await Keys.GetAsync(Center.Ada))!.Active!.Id;

    /// <summary>One run of the background.</summary>
    public async Task<RewrapReport> RunAsync() => await _services.GetRequiredService<KeyRewrapService>().RunOnceAsync(CancellationToken.None);

    /// <summary>Those recordings, in order, that the active key alone wraps.</summary>
    public async Task<string[]> WrappedAsync()
    {
        string active = (await ActiveAsync()).Value;
        var wrapped = new List<string>();
        await foreach (Document document in Documents.QueryAllAsync(Center.Tenant, new() { Collection = Collections.Envelopes, Index = EnvelopeDocument.ByKey }, CancellationToken.None))
        {
            if (EnvelopeDocument.Read(document).Wraps is [var wrap] && wrap.Key.KeyVersion.Version == active)
            {
                wrapped.Add(document.Key.Id);
            }
        }

        return [.. wrapped.Order(StringComparer.Ordinal)];
    }

    /// <summary>How many envelopes each page had that the audit of a key tells of, in order.</summary>
    public async Task<string[]> PagesAsync(RingKeyId key)
    {
        List<JournalEntry> entries = await new Journal(Documents, Center.Keys).OfAsync(new(Center.Tenant.Value, "ring-key", key.Value), CancellationToken.None).ToListAsync();
        return [.. entries.SelectMany(entry => entry.Lines.Single().Fact!.Facts).Where(fact => fact.Name == "count").Select(fact => fact.Value)];
    }

    /// <summary>Changes a byte of an envelope that its MAC covers.</summary>
    public async Task DamageAsync(string id)
    {
        Document envelope = (await Documents.ReadAsync(Center.Tenant, EnvelopeDocument.KeyOf(new(id)), CancellationToken.None))!;
        byte[] body = envelope.Body.ToArray();
        body[30] ^= 1;
        string key = EnvelopeDocument.Read(envelope).Wraps[0].Key.KeyVersion.Version;
        await Documents.CommitAsync(DocumentBatch.For(Center.Tenant, CommandId.New()).Replace(envelope.Key, envelope.Version, body, [new(EnvelopeDocument.ByKey, [IndexValue.Of(key)])]), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
