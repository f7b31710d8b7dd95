using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QualityKit.Encryption;
using QualityKit.Hosting;
using QualityKit.Interactions;
using QualityKit.Keys;
using QualityKit.People;
using QualityKit.Services;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Hosting;
using QualityKit.Storage.InMemory;
using QualityKit.Storage.Keys;

namespace QualityKit.Vault.Tests;

/// <summary>Failure story 13: keys in logs. A host that logs everything, in which keys rotate, a root fails and recordings are damaged.</summary>
public sealed class LoggedKeysTests
{
    private static readonly TenantId Tenant = new("acme");
    private static readonly Actor Ada = new() { Tenant = Tenant, Id = new("ada"), Roles = ["administrator"] };
    private static readonly RecordingId Recording = new("rec-1");

    [Fact]
    public async Task No_log_line_no_exception_and_no_document_holds_a_key()
    {
        var said = new Everything();
        var root = new WatchedRoot();
        var blobs = new InMemoryBlobStore();
        await using ServiceProvider host = Host(said, root, blobs);
        await host.GetRequiredService<QualityKitStartup>().StartAsync(CancellationToken.None);
        RecordingService recordings = host.GetRequiredService<RecordingService>();
        KeyRingService keys = host.GetRequiredService<KeyRingService>();
        await host.GetRequiredService<InteractionService>().ReportAsync(
            Ada, new() { Id = new("call-1"), Tenant = Tenant, Media = MediaType.Voice, Direction = Direction.Inbound, StartedAt = DateTimeOffset.UnixEpoch });
        await recordings.StoreAsync(Ada, new MemoryStream(new byte[50_000]), new() { Id = Recording, Interaction = new("call-1"), Media = MediaKind.Audio });
        byte[] dataKey = await DataKeyAsync(host, root);
        KeyRingSummary ring = (await keys.GetAsync(Ada))!;
        await keys.RotateAsync(Ada, ring.Keys[0].Id);
        await keys.ActivateAsync(Ada, (await keys.GetAsync(Ada))!.Keys[1].Id);
        await keys.RewrapAsync(Ada);

        root.IsBroken = true;
        await said.OfAsync(() => keys.RotateAsync(Ada, (RingKeyId?)null));
        await said.OfAsync(async () => await keys.RotateAsync(Ada, (await keys.GetAsync(Ada))!.Keys[1].Id));
        root.IsBroken = false;
        await said.OfAsync(() => PlayAsync(recordings));
        await DamageAsync(blobs);
        await said.OfAsync(() => PlayAsync(recordings));
        await said.OfAsync(() => recordings.VerifyAsync(Ada, Recording));
        foreach (IQualityJob job in host.GetKeyedServices<IQualityJob>(QualityKitOptions.DefaultName))
        {
            await said.OfAsync(async () => await job.RunOnceAsync(CancellationToken.None));
        }

        byte[][] secrets = [dataKey, .. root.Keys];
        Assert.Equal(3, secrets.Length);
        Assert.True(said.Exceptions >= 3, $"only {said.Exceptions} exceptions were seen");
        Assert.Contains("the root `watched` failed", said.Text, StringComparison.Ordinal);
        Assert.All(secrets.SelectMany(Written), secret => Assert.DoesNotContain(secret, said.Text, StringComparison.OrdinalIgnoreCase));
        await foreach (CreateDocument document in host.GetRequiredKeyedService<IStoreMaintenance>(QualityKitOptions.DefaultName).ExportAsync(Tenant, CancellationToken.None))
        {
            Assert.All(secrets, secret => Assert.Equal(-1, document.Body.Span.IndexOf(secret)));
            Assert.All(secrets.SelectMany(Written), secret => Assert.DoesNotContain(secret, Encoding.UTF8.GetString(document.Body.Span), StringComparison.OrdinalIgnoreCase));
        }
    }

    private static string[] Written(byte[] secret) => [Convert.ToHexString(secret), Convert.ToBase64String(secret), string.Join(", ", secret), string.Join('-', secret.Select(one => $"{one:X2}"))];

    private static ServiceProvider Host(Everything said, WatchedRoot root, InMemoryBlobStore blobs)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(said);
        services.AddSingleton<IPeopleDirectory>(new InMemoryPeopleDirectory().Add(Tenant, new Person { Id = Ada.Id, Roles = Ada.Roles }));
        services
            .AddQualityKit(options =>
            {
                options.Keys.Secret = new RingSecret(new byte[32]);
                options.Keys.Policy = new() { VisibilityDelay = TimeSpan.Zero };
            })
            .UseBlobStore("UseWatched", "", _ => blobs)
            .UseKeyRoot("watched", _ => root);
        return services.BuildServiceProvider();
    }

    /// <summary>The data key of the recording, as its envelope and the first key of the ring give it.</summary>
    private static async Task<byte[]> DataKeyAsync(ServiceProvider host, WatchedRoot root)
    {
        Document document = (await host.GetRequiredKeyedService<IDocumentStore>(QualityKitOptions.DefaultName).ReadAsync(Tenant, new("envelopes", Recording.Value), CancellationToken.None))!;
        Envelope envelope = Envelope.Parse(document.Body.Span);
        using var key = KeyEncryptionKey.UnsafeFromBytes(root.Keys.Single(), Tenant, envelope.Wraps[0].Key.KeyVersion.Version);
        using DataKey data = key.Unwrap(envelope.Wraps[0])!;
        byte[] bytes = new byte[DataKey.Bytes];
        data.UnsafeExportKey(bytes);
        return bytes;
    }

    private static async Task PlayAsync(RecordingService recordings)
    {
        await using RecordingPlayback playback = await recordings.OpenAsync(Ada, Recording, new("sitting"));
        await playback.Content.CopyToAsync(Stream.Null);
    }

    private static async Task DamageAsync(InMemoryBlobStore blobs)
    {
        BlobInfo? one = null;
        await foreach (BlobInfo blob in blobs.ListAsync(Tenant, CancellationToken.None))
        {
            one = blob;
        }

        byte[] bytes = new byte[one!.Length];
        await using (Stream stream = (await blobs.OpenAsync(Tenant, one.Name, 0, null, CancellationToken.None))!)
        {
            await stream.ReadExactlyAsync(bytes);
        }

        bytes[20_000] ^= 1;
        await blobs.DeleteAsync(Tenant, one.Name, CancellationToken.None);
        await using IStagedBlob staged = await blobs.StageAsync(Tenant, one.Name, CancellationToken.None);
        await staged.WriteAsync(bytes, CancellationToken.None);
        await staged.CommitAsync(CancellationToken.None);
    }

    /// <summary>A root that remembers every key that it was given, and may fail.</summary>
    private sealed class WatchedRoot : IKeyWrapper
    {
        private readonly InMemoryKeyWrapper _wrapper = new();
        private readonly ConcurrentQueue<byte[]> _keys = [];

        public bool IsBroken { get; set; }

        public byte[][] Keys => [.. _keys];

        public KeyWrapperCapabilities Capabilities => _wrapper.Capabilities with { CanDestroy = false };

        public ValueTask<WrapResult> WrapAsync(TenantId tenant, ReadOnlyMemory<byte> context, ReadOnlyMemory<byte> key, CancellationToken cancellationToken)
        {
            if (IsBroken)
            {
                throw new InvalidOperationException("the root is broken");
            }

            _keys.Enqueue(key.ToArray());
            return _wrapper.WrapAsync(tenant, context, key, cancellationToken);
        }

        public ValueTask<ImmutableArray<UnwrapResult>> UnwrapAsync(TenantId tenant, ImmutableArray<UnwrapRequest> requests, CancellationToken cancellationToken) =>
            _wrapper.UnwrapAsync(tenant, requests, cancellationToken);
    }

    /// <summary>All that is logged, at every level, with all arguments, and every exception as it prints itself.</summary>
    private sealed class Everything : ILoggerFactory, ILogger
    {
        private readonly StringBuilder _text = new();

        public string Text => _text.ToString();

        public int Exceptions { get; private set; }

        public async Task OfAsync(Func<Task> work)
        {
            try
            {
                await work();
            }
            catch (Exception problem)
            {
                Exceptions++;
                _text.AppendLine(problem.ToString());
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_text)
            {
                _text.AppendLine(formatter(state, exception)).AppendLine(exception?.ToString());
                if (state is IEnumerable<KeyValuePair<string, object?>> values)
                {
                    _text.AppendJoin(' ', values.Select(value => $"{value.Key}={value.Value}")).AppendLine();
                }
            }
        }
    }
}
