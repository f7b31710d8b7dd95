using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using QualityKit.Encryption;
using QualityKit.Hosting;
using QualityKit.Interactions;
using QualityKit.Keys;
using QualityKit.People;
using QualityKit.Services;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;
using QualityKit.Tests.Vault;
using QualityKit.Vault;

namespace QualityKit.Tests.Hosting;

/// <summary>Recordings as a host has them.</summary>
public sealed class RecordingHostTests
{
    private static readonly Actor Ada = new() { Tenant = new("acme"), Id = new("ada"), Roles = [Roles.Administrator.Key] };

    [Fact]
    public async Task A_host_stores_plays_and_deletes_recordings_with_their_interaction()
    {
        await using ServiceProvider host = Host(options => options.Keys.Policy = new() { BackupHorizon = TimeSpan.FromDays(30) });
        await ReportAsync(host);
        var recordings = host.GetRequiredService<RecordingService>();

        await recordings.StoreAsync(Ada, new MemoryStream([1, 2, 3]), Metadata);
        byte[] got = new byte[3];
        await using (RecordingPlayback playback = await recordings.OpenAsync(Ada, Metadata.Id, PlaybackSession.New()))
        {
            await playback.Content.ReadExactlyAsync(got);
        }

        Assert.Equal([1, 2, 3], got);
        await host.GetRequiredService<RetentionService>().DeleteAsync(Ada, Metadata.Interaction);
        RecordingDeletion deletion = await recordings.GetDeletionAsync(Ada, Metadata.Id);
        Assert.Equal(TimeSpan.FromDays(30), deletion.CopiesExpireAt - deletion.PayloadRemovedAt);
        var blobs = host.GetRequiredKeyedService<IBlobStore>(QualityKitOptions.DefaultName);
        Assert.Empty(await blobs.ListAsync(Ada.Tenant, CancellationToken.None).ToListAsync());
    }

    [PythonFact]
    public async Task An_export_opens_with_its_passphrase_alone_when_the_ring_and_everything_else_is_destroyed()
    {
        await using ServiceProvider host = Host(_ => { });
        await ReportAsync(host);
        var recordings = host.GetRequiredService<RecordingService>();
        byte[] content = new byte[40_000];
        Random.Shared.NextBytes(content);
        await recordings.StoreAsync(Ada, new MemoryStream(content), Metadata);
        using var file = new MemoryStream();
        await recordings.ExportAsync(Ada, Metadata.Id, [ExportRecipient.Passphrase("correct horse battery")], file);

        await host.GetRequiredKeyedService<IStoreMaintenance>(QualityKitOptions.DefaultName).DestroyTenantAsync(Ada.Tenant, CancellationToken.None);

        (int code, byte[]? written) = await RecordingExportTests.ReadWithPythonAsync(file.ToArray(), "correct horse battery");
        Assert.Equal(0, code);
        Assert.Equal(content, written);
    }

    [Fact]
    public async Task A_second_set_has_recordings_of_its_own()
    {
        await using ServiceProvider host = ((ServiceCollection)[]).AddQualityKit("archive", options => options.Keys.Secret = new(new byte[32]))
            .UseKeyRoot("root", _ => new InMemoryKeyWrapper()).Services.BuildServiceProvider();

        Assert.NotNull(host.GetRequiredKeyedService<RecordingService>("archive"));
        Assert.Null(host.GetService<RecordingService>());
    }

    [Fact]
    public async Task Without_roots_of_keys_nothing_is_recorded_and_all_else_works()
    {
        await using ServiceProvider host = ((ServiceCollection)[]).AddQualityKit().Services.BuildServiceProvider();
        await ReportAsync(host);

        KeyUnavailableException missing = await Assert.ThrowsAsync<KeyUnavailableException>(() => host.GetRequiredService<RecordingService>().StoreAsync(Ada, new MemoryStream([1]), Metadata));

        Assert.False(missing.IsRetryable);
        Assert.Contains("UseKeyRoot", missing.Message, StringComparison.Ordinal);
        await host.GetRequiredService<RetentionService>().DeleteAsync(Ada, Metadata.Interaction);
    }

    [Fact]
    public void Options_of_recordings_are_checked_at_start()
    {
        using ServiceProvider host = Host(options =>
        {
            options.Recordings.MostStoring = TimeSpan.FromMinutes(1);
            options.Recordings.VerifyWithin = TimeSpan.FromHours(1);
            options.Recordings.ItemsPerTurn = 0;
            options.Recordings.MostRefusals = 10_001;
            options.Recordings.EnvelopeCopies = ExportRecipient.Passphrase("correct horse battery");
        });

        var refused = Assert.Throws<OptionsValidationException>(host.GetRequiredService<IStartupValidator>().Validate);

        Assert.Equal(
            [
                "`Recordings.MostStoring` is 00:01:00: it must lie between 01:00:00 and 30.00:00:00",
                "`Recordings.VerifyWithin` is 01:00:00: it must lie between 1.00:00:00 and 3650.00:00:00",
                "`Recordings.ItemsPerTurn` is 0: it must lie between 1 and 10000",
                "`Recordings.MostRefusals` is 10001: it must lie between 1 and 10000",
                "`Recordings.EnvelopeCopies` is no public key: name `ExportRecipient.PublicKey` of a key whose private half is kept offline",
            ],
            refused.Failures);
    }

    private static RecordingMetadata Metadata => new() { Id = new("rec-1"), Interaction = new("call-1"), Media = MediaKind.Audio };

    private static ServiceProvider Host(Action<QualityKitOptions> configure) => ((ServiceCollection)[])
        .AddQualityKit(options =>
        {
            options.Keys.Secret = new(new byte[32]);
            configure(options);
        }).UseKeyRoot("root", _ => new InMemoryKeyWrapper()).Services.BuildServiceProvider();

    private static Task<InteractionReceipt> ReportAsync(ServiceProvider host) => host.GetRequiredService<InteractionService>().ReportAsync(Ada, new()
    {
        Id = Metadata.Interaction,
        Tenant = Ada.Tenant,
        Media = MediaType.Voice,
        Direction = Direction.Inbound,
        StartedAt = DateTimeOffset.UnixEpoch,
        EndedAt = DateTimeOffset.UnixEpoch.AddMinutes(1),
    });
}
