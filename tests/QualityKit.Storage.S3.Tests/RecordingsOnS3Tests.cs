using Microsoft.Extensions.DependencyInjection;
using QualityKit.Encryption;
using QualityKit.Hosting;
using QualityKit.Interactions;
using QualityKit.Keys;
using QualityKit.People;
using QualityKit.Services;
using QualityKit.Storage.Errors;
using QualityKit.Storage.S3.Tests.Servers;
using QualityKit.Vault;

namespace QualityKit.Storage.S3.Tests;

/// <summary>The vault with its payloads in a bucket.</summary>
public class RecordingsOnS3Tests(CephServer server) : IClassFixture<CephServer>
{
    private static readonly Actor Ada = new() { Tenant = CephServer.Tenant, Id = new("ada"), Roles = ["administrator"] };

    [ServerTheory]
    [InlineData(300_000)]
    [InlineData(S3BlobOptions.SmallestPart + 700_000)]
    public async Task A_recording_is_stored_played_anywhere_verified_encrypted_anew_and_gone_for_good(int length)
    {
        S3BlobOptions options = server.Options();
        await using ServiceProvider host = Host(options);
        await StartAsync(host);
        RecordingService recordings = host.GetRequiredService<RecordingService>();
        byte[] content = CephServer.Bytes(length);
        await recordings.StoreAsync(Ada, new MemoryStream(content), new() { Id = new("rec-1"), Interaction = new("call-1"), Media = MediaKind.Audio }, length);

        await using (RecordingPlayback playback = await recordings.OpenAsync(Ada, new("rec-1"), new("sitting")))
        {
            byte[] second = new byte[16_000];
            playback.Content.Position = length / 2;
            await playback.Content.ReadExactlyAsync(second);
            Assert.Equal(content[(length / 2)..(length / 2 + 16_000)], second);
        }

        Assert.True((await recordings.VerifyAsync(Ada, new("rec-1"))).IsIntact);
        await recordings.ReencryptAsync(Ada, new("rec-1"));
        using var export = new MemoryStream();
        await recordings.ExportAsync(Ada, new("rec-1"), [ExportRecipient.Passphrase("correct horse battery")], export);
        using (OpenedExport opened = await RecordingExport.OpenAsync(CiphertextSource.Of(export.ToArray()), ExportSecret.Passphrase("correct horse battery"), CancellationToken.None))
        {
            await using Stream plaintext = opened.Payload.OpenStream();
            using var all = new MemoryStream();
            await plaintext.CopyToAsync(all);
            Assert.Equal(content, all.ToArray());
        }

        RecordingOrphans orphans = await recordings.OrphansAsync(Ada);
        Assert.Empty(orphans.Blobs);
        Assert.NotNull((await recordings.DeleteAsync(Ada, new("rec-1"))).PayloadRemovedAt);
        await host.GetKeyedServices<IQualityJob>(QualityKitOptions.DefaultName).Single(job => job.Name == "pending-blobs").RunOnceAsync(CancellationToken.None);
        Assert.DoesNotContain(await server.Keys(options), key => key.Contains("data", StringComparison.Ordinal));
    }

    [ServerFact]
    public async Task A_connection_that_is_cut_while_it_is_stored_or_played_loses_nothing()
    {
        await using var proxy = new CuttingProxy(server.Url);
        S3BlobOptions options = server.Options(proxy.Url);
        options.Retries = 0;
        await using ServiceProvider host = Host(options);
        await StartAsync(host);
        RecordingService recordings = host.GetRequiredService<RecordingService>();
        byte[] content = CephServer.Bytes(S3BlobOptions.SmallestPart + 700_000);
        RecordingMetadata metadata = new() { Id = new("rec-1"), Interaction = new("call-1"), Media = MediaKind.Audio };

        proxy.CutUpAfter = S3BlobOptions.SmallestPart / 2;
        await Assert.ThrowsAsync<StorageUnavailableException>(() => recordings.StoreAsync(Ada, new MemoryStream(content), metadata, content.Length, new("store-1")));
        Assert.Equal(1, proxy.Cuts);
        await recordings.StoreAsync(Ada, new MemoryStream(content), metadata, content.Length, new("store-1"));

        proxy.Reset();
        proxy.CutDownAfter = 2_000_000;
        await using (RecordingPlayback broken = await recordings.OpenAsync(Ada, metadata.Id, new("sitting")))
        {
            await Assert.ThrowsAsync<StorageUnavailableException>(() => broken.Content.CopyToAsync(Stream.Null));
        }

        await using RecordingPlayback playback = await recordings.OpenAsync(Ada, metadata.Id, new("sitting"));
        using var all = new MemoryStream();
        await playback.Content.CopyToAsync(all);
        Assert.Equal(content, all.ToArray());
    }

    private static ServiceProvider Host(S3BlobOptions given)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IPeopleDirectory>(new InMemoryPeopleDirectory().Add(CephServer.Tenant, new Person { Id = Ada.Id, Roles = Ada.Roles }));
        services.AddQualityKit(options => options.Keys.Secret = new RingSecret(new byte[32]))
            .UseEphemeralKeys()
            .UseS3Blobs(options => (options.Bucket, options.Prefix, options.ServiceUrl, options.AccessKey, options.SecretKey, options.PartSize, options.Retries) =
                (given.Bucket, given.Prefix, given.ServiceUrl, given.AccessKey, given.SecretKey, given.PartSize, given.Retries));
        return services.BuildServiceProvider();
    }

    private static async Task StartAsync(ServiceProvider host)
    {
        await host.GetRequiredService<QualityKitStartup>().StartAsync(CancellationToken.None);
        await host.GetRequiredService<InteractionService>().ReportAsync(
            Ada, new() { Id = new("call-1"), Tenant = CephServer.Tenant, Media = MediaType.Voice, Direction = Direction.Inbound, StartedAt = DateTimeOffset.UnixEpoch });
    }
}
