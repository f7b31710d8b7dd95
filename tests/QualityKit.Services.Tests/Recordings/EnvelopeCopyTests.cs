using System.Security.Cryptography;
using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Services.Tests.Services;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Testing.Faults;
using QualityKit.Validation;
using QualityKit.Vault;

namespace QualityKit.Services.Tests.Recordings;

/// <summary>Copies of envelopes beside payloads: what opens recordings when the documents are lost, and what ends with them.</summary>
public sealed class EnvelopeCopyTests : IClassFixture<Databases>
{
    private const int MostCalls = 40;

    private static readonly RSA Holder = RSA.Create(3072);
    private static readonly RSA Successor = RSA.Create(3072);
    private static readonly byte[] Content = Recorded.Bytes(50_000);

    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Beside_each_payload_lies_a_copy_that_opens_it_with_the_recovery_key_alone(string store)
    {
        await using Center center = await CopyingAsync(store);
        await Recorded.StoreAsync(center, Content);

        EnvelopeCopy copy = Assert.Single(await center.CopiesAsync());
        using (OpenedExport opened = await EnvelopeCopies.OpenAsync(center.Blobs, Center.Tenant, copy.Payload, ExportSecret.PrivateKey(Holder), CancellationToken.None))
        {
            Assert.Equal(Content, await ReadAsync(opened));
        }

        Assert.Equal(new RecordingContext(Center.Tenant, Recorded.Id, MediaKind.Audio), copy.Context);
        Assert.Equal(Recorded.Sha256(Holder.ExportSubjectPublicKeyInfo()), Assert.Single(copy.Keys));
        Assert.Equal(WrapKind.PublicKey, Assert.Single((await EnvelopeCopies.ReadAsync(center.Blobs, Center.Tenant, copy.Payload, CancellationToken.None)).Wraps).Kind);
        await Assert.ThrowsAsync<RecordingTamperedException>(() => OpenAsync(center, copy.Payload, ExportSecret.PrivateKey(Successor)));
        await Assert.ThrowsAsync<RecordingTamperedException>(() => OpenAsync(center, copy.Payload, ExportSecret.Passphrase("correct horse battery")));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => OpenAsync(center, new("nothing"), ExportSecret.PrivateKey(Holder)));

        // One behind the other they are an export.
        byte[] export = [.. await center.BlobAsync(EnvelopeCopies.NameOf(copy.Payload)), .. await center.BlobAsync(copy.Payload)];
        using OpenedExport whole = await RecordingExport.OpenAsync(CiphertextSource.Of(export), ExportSecret.PrivateKey(Holder), CancellationToken.None);
        Assert.Equal(Content, await ReadAsync(whole));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_recording_whose_documents_are_lost_is_recovered_where_it_lies(string store)
    {
        await using Center before = await CopyingAsync(StoreNames.InMemory);
        await Recorded.StoreAsync(before, Content);
        await using Center center = await CopyingAsync(store);
        await before.CopyBlobsAsync(center);
        EnvelopeCopy copy = Assert.Single(await center.CopiesAsync());
        Assert.Equal([copy.Payload.Value, $"{copy.Payload}-envelope"], (await center.Recordings.OrphansAsync(Center.Ada)).Blobs.Select(blob => blob.Name.Value));

        RecordingMetadata metadata = Recorded.Of() with { Media = MediaKind.Screen };
        RecordingReceipt recovered = await center.Recordings.RecoverAsync(Center.Bot, copy.Payload, ExportSecret.PrivateKey(Holder), metadata, new("recover"));
        RecordingReceipt again = await center.Recordings.RecoverAsync(Center.Bot, copy.Payload, ExportSecret.PrivateKey(Holder), metadata, new("recover"));

        Assert.Equal((recovered, Content.Length), (again, (int)recovered.Length));
        Assert.Equal(Content, await Recorded.ReadAsync(center));
        Assert.True((await center.Recordings.VerifyAsync(Center.Ada, Recorded.Id)) is { IsIntact: true, Tree: not null });
        RecordingDetails details = await center.Recordings.GetAsync(Center.Ada, Recorded.Id);
        Assert.Equal(MediaKind.Audio, details.Metadata.Media);
        Assert.Contains($"origin={details.Origin}", Assert.Single(await Recorded.AuditAsync(center)), StringComparison.Ordinal);
        Assert.Equal(64, details.Origin!.Length);
        Assert.Equal([copy.Payload.Value, $"{copy.Payload}-envelope"], (await center.BlobNamesAsync()).Order(StringComparer.Ordinal));
        Assert.Empty((await center.Recordings.OrphansAsync(Center.Ada)).Blobs);
        await RecordingServiceTests.RefusedAsync(
            IssueCodes.RecordingExists, () => center.Recordings.RecoverAsync(Center.Bot, copy.Payload, ExportSecret.PrivateKey(Holder), Recorded.Of()));
        await center.Recordings.DeleteAsync(Center.Ada, Recorded.Id);
        Assert.Empty(await center.BlobNamesAsync());
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Fact]
    public async Task Only_what_the_copy_says_and_the_key_opens_is_recovered()
    {
        await using Center before = await CopyingAsync(StoreNames.InMemory);
        await Recorded.StoreAsync(before, Content);
        await using Center center = await CopyingAsync(StoreNames.InMemory);
        await before.CopyBlobsAsync(center);
        BlobName payload = Assert.Single(await center.CopiesAsync()).Payload;
        Task Recover(string id = "rec-1", RSA? key = null) => center.Recordings.RecoverAsync(Center.Bot, payload, ExportSecret.PrivateKey(key ?? Holder), Recorded.Of(id));

        await Assert.ThrowsAsync<RecordingTamperedException>(() => Recover(key: Successor));
        await Assert.ThrowsAsync<RecordingTamperedException>(() => Recover("rec-2"));
        await Assert.ThrowsAsync<Access.AccessDeniedException>(() => center.Recordings.RecoverAsync(Center.Sue, payload, ExportSecret.PrivateKey(Holder), Recorded.Of()));
        byte[] bytes = await center.BlobAsync(payload);
        bytes[30_000] ^= 1;
        await center.ReplaceBlobAsync(payload, bytes);
        await Assert.ThrowsAsync<RecordingTamperedException>(() => Recover());
        bytes[30_000] ^= 1;
        await center.ReplaceBlobAsync(payload, bytes);
        byte[] copy = await center.BlobAsync(EnvelopeCopies.NameOf(payload));
        await center.ReplaceBlobAsync(EnvelopeCopies.NameOf(payload), [.. copy, 0]);
        await Assert.ThrowsAsync<RecordingTamperedException>(() => Recover());
        Assert.Equal((payload, null), (Assert.Single(await center.CopiesAsync()).Payload, Assert.Single(await center.CopiesAsync()).Context));
        await center.ReplaceBlobAsync(EnvelopeCopies.NameOf(payload), copy);
        PendingBlob being = (await (PendingBlob.Found(payload, Recorded.Id, center.Time.GetUtcNow()) with { IsAbandoned = true }).CommitAsync(center.Documents, DocumentBatch.For(Center.Tenant, CommandId.New()), CancellationToken.None))!;
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => Recover());
        await RecordingServiceTests.CommitAsync(center, being.EndIn);

        await Recover();

        Assert.Equal(Content, await Recorded.ReadAsync(center));
    }

    [Fact]
    public async Task What_was_deleted_is_not_recovered()
    {
        await using Center center = await CopyingAsync(StoreNames.InMemory);
        await Recorded.StoreAsync(center, Content);
        BlobName payload = Assert.Single(await center.CopiesAsync()).Payload;
        await using Center backup = await CopyingAsync(StoreNames.InMemory);
        await center.CopyBlobsAsync(backup);
        await center.Recordings.DeleteAsync(Center.Ada, Recorded.Id);
        await backup.CopyBlobsAsync(center);

        await RecordingServiceTests.RefusedAsync(
            IssueCodes.RecordingDeleted, () => center.Recordings.RecoverAsync(Center.Bot, payload, ExportSecret.PrivateKey(Holder), Recorded.Of()));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Of_a_recording_that_is_deleted_the_copy_goes_before_the_payload(string store)
    {
        await using Center center = await CopyingAsync(store);
        await Recorded.StoreAsync(center, Content);
        BlobName payload = Assert.Single(await center.CopiesAsync()).Payload;

        RecordingDeletion deletion = await center.With(new FaultSchedule(Fault.Before(2).On("DeleteAsync"))).Recordings.DeleteAsync(Center.Ada, Recorded.Id);

        Assert.Null(deletion.PayloadRemovedAt);
        Assert.Equal([payload.Value], await center.BlobNamesAsync());
        await center.RemovePendingAsync();
        Assert.Empty(await center.BlobNamesAsync());
        Assert.NotNull((await center.Recordings.GetDeletionAsync(Center.Ada, Recorded.Id)).PayloadRemovedAt);
    }

    [Fact]
    public async Task Whatever_gets_another_payload_gets_another_copy()
    {
        await using Center center = await CopyingAsync(StoreNames.InMemory);
        byte[] call = Calls.Talk(4);
        await Recorded.StoreAsync(center, call);
        BlobName first = Assert.Single(await center.CopiesAsync()).Payload;

        await center.Recordings.ReencryptAsync(Center.Ada, Recorded.Id);
        await center.RemovePendingAsync();
        EnvelopeCopy second = Assert.Single(await center.CopiesAsync());
        Assert.NotEqual(first, second.Payload);
        await center.Recordings.RedactAsync(
            Center.Ada, Recorded.Id, new RecordingRedaction { Ranges = [new() { From = TimeSpan.FromSeconds(1), Until = TimeSpan.FromSeconds(2) }], Replacement = new("rec-1r") }, new("redact"));
        await center.RemovePendingAsync();

        EnvelopeCopy third = Assert.Single(await center.CopiesAsync());
        Assert.Equal(new RecordingId("rec-1r"), third.Context!.Recording);
        using OpenedExport opened = await EnvelopeCopies.OpenAsync(center.Blobs, Center.Tenant, third.Payload, ExportSecret.PrivateKey(Holder), CancellationToken.None);
        Assert.Equal(await Recorded.ReadAsync(center, "rec-1r"), await ReadAsync(opened));
        Assert.Equal(2, (await center.BlobNamesAsync()).Count);
    }

    [Fact]
    public async Task A_redaction_that_is_repeated_after_a_restore_names_what_took_the_place_and_that_is_recovered()
    {
        await using Center center = await Recorded.ReportedAsync(outside: new(Witness: new InMemoryKeepingWitness()));
        center.RecordingOptions.EnvelopeCopies = ExportRecipient.PublicKey(Holder.ExportSubjectPublicKeyInfo());
        RecordingId replacement = new("rec-1r");
        await Recorded.StoreAsync(center, Calls.Talk(4));
        List<CreateDocument> backup = await center.BackUpAsync();
        await center.Recordings.RedactAsync(
            Center.Ada, Recorded.Id, new RecordingRedaction { Ranges = [new() { From = TimeSpan.FromSeconds(1), Until = TimeSpan.FromSeconds(2) }], Replacement = replacement });
        byte[] redacted = await Recorded.ReadAsync(center, "rec-1r");
        await center.RestoreAsync(backup);

        RestoreReport lacking = await center.Restores.LookAsync(Center.Ada);
        RestoreReport done = await center.Restores.ReconcileAfterRestoreAsync(Center.Ada);

        Assert.Equal(replacement, Assert.Single(lacking.RecordingsToRecover));
        Assert.Equal(replacement, Assert.Single(done.RecordingsToRecover));
        Assert.Equal(replacement, (await center.Recordings.GetDeletionAsync(Center.Ada, Recorded.Id)).ReplacedBy);
        Assert.Equal([replacement], [.. (await center.Restores.LookAsync(Center.Ada)).RecordingsToRecover]);
        EnvelopeCopy copy = Assert.Single(await center.CopiesAsync());
        await center.Recordings.RecoverAsync(Center.Bot, copy.Payload, ExportSecret.PrivateKey(Holder), Recorded.Of("rec-1r"));
        Assert.Equal(redacted, await Recorded.ReadAsync(center, "rec-1r"));
        Assert.Empty((await center.Restores.LookAsync(Center.Ada)).RecordingsToRecover);

        // Restored once more, what was told when it was repeated says the same.
        await center.RestoreAsync(backup);
        Assert.Equal([replacement], [.. (await center.Restores.ReconcileAfterRestoreAsync(Center.Ada)).RecordingsToRecover]);
        Assert.Equal(replacement, (await center.Recordings.GetDeletionAsync(Center.Ada, Recorded.Id)).ReplacedBy);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_took_the_place_of_a_redacted_recording_and_was_deleted_since_is_not_to_be_recovered(bool withInteraction)
    {
        await using Center center = await Recorded.ReportedAsync(outside: new(Witness: new InMemoryKeepingWitness()));
        await Recorded.StoreAsync(center, Calls.Talk(4));
        List<CreateDocument> backup = await center.BackUpAsync();
        await center.Recordings.RedactAsync(
            Center.Ada, Recorded.Id, new RecordingRedaction { Ranges = [new() { From = TimeSpan.FromSeconds(1), Until = TimeSpan.FromSeconds(2) }], Replacement = new("rec-1r") });
        await (withInteraction ? center.Retention.DeleteAsync(Center.Ada, new("call-1")) : (Task)center.Recordings.DeleteAsync(Center.Ada, new("rec-1r")));
        await center.RestoreAsync(backup);

        Assert.Empty((await center.Restores.LookAsync(Center.Ada)).RecordingsToRecover);
        Assert.Empty((await center.Restores.ReconcileAfterRestoreAsync(Center.Ada)).RecordingsToRecover);
        Assert.Empty((await center.Restores.LookAsync(Center.Ada)).RecordingsToRecover);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Verifying_lays_a_copy_where_there_is_none_for_the_key_of_today(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store);
        await Recorded.StoreAsync(center, Content);
        await Recorded.StoreAsync(center, Content, "rec-2");
        Assert.Empty((await center.Recordings.OrphansAsync(Center.Ada)).WithoutEnvelopeCopy);
        center.RecordingOptions.EnvelopeCopies = ExportRecipient.PublicKey(Holder.ExportSubjectPublicKeyInfo());
        Assert.Equal(["rec-1", "rec-2"], (await center.Recordings.OrphansAsync(Center.Ada)).WithoutEnvelopeCopy.Select(id => id.Value).Order(StringComparer.Ordinal));

        center.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, (await center.Recordings.ScrubAsync(Center.Ada, TimeSpan.Zero)).Verified);
        await OpensAsync(center, Holder, 2);
        Assert.Empty((await center.Recordings.OrphansAsync(Center.Ada)).WithoutEnvelopeCopy);
        center.RecordingOptions.EnvelopeCopies = ExportRecipient.PublicKey(Successor.ExportSubjectPublicKeyInfo());
        Assert.True((await center.Recordings.VerifyAsync(Center.Ada, Recorded.Id)).IsIntact);
        Assert.True((await center.Recordings.VerifyAsync(Center.Ada, new("rec-2"))).IsIntact);
        await OpensAsync(center, Successor, 2);
        await center.ReplaceBlobAsync(EnvelopeCopies.NameOf((await center.CopiesAsync())[0].Payload), [1, 2, 3]);
        center.Time.Advance(TimeSpan.FromDays(1));
        await center.Recordings.ScrubAsync(Center.Ada, TimeSpan.FromHours(1));
        await OpensAsync(center, Successor, 2);

        center.RecordingOptions.EnvelopeCopies = null;
        await center.Recordings.DeleteAsync(Center.Ada, Recorded.Id);
        await center.Recordings.DeleteAsync(Center.Ada, new("rec-2"));
        Assert.Empty(await center.BlobNamesAsync());
        Assert.Empty((await center.Recordings.OrphansAsync(Center.Ada)).Blobs);
    }

    [Theory]
    [InlineData("delete")]
    [InlineData("reencrypt")]
    [InlineData("shred")]
    public async Task What_happens_to_a_recording_while_a_copy_is_laid_leaves_no_copy_of_what_is_gone(string what)
    {
        (int happened, int without) = (0, 0);
        for (int call = 1; call <= MostCalls; call++)
        {
            await using Center center = await Recorded.ReportedAsync();
            await Recorded.StoreAsync(center, Content);
            await Sealed.ClockIsRightAsync(center);
            center.RecordingOptions.EnvelopeCopies = ExportRecipient.PublicKey(Holder.ExportSubjectPublicKeyInfo());
            var documents = new Interrupted(center.Documents, call, () => what switch
            {
                "delete" => center.Recordings.DeleteAsync(Center.Ada, Recorded.Id),
                "reencrypt" => center.Recordings.ReencryptAsync(Center.Ada, Recorded.Id),
                _ => ShredTenantTests.OfRecordings(center).RequestShredAsync(Center.Ada, "the contract ended"),
            });

            await QuietlyAsync(() => center.RecordingsThrough(documents).VerifyAsync(Center.Ada, Recorded.Id));
            happened += documents.HasHappened ? 1 : 0;
            Assert.DoesNotContain(await Recorded.AuditAsync(center), line => line.Contains("recording.damaged", StringComparison.Ordinal));
            for (int time = 0; time < 3; time++)
            {
                center.Time.Advance(TimeSpan.FromHours(25));
                await Sealed.ClockIsRightAsync(center);
                await center.RemovePendingAsync();
            }

            Assert.Empty((await center.Recordings.OrphansAsync(Center.Ada)).Blobs);
            foreach (EnvelopeCopy copy in await center.CopiesAsync())
            {
                Assert.Equal((await StoredRecording.FindAsync(center.Documents, Center.Tenant, Recorded.Id, CancellationToken.None))!.Blob, copy.Payload);
            }

            without += (await center.CopiesAsync()).Count == 0 ? 1 : 0;
        }

        Assert.True(happened > 5 && (what == "reencrypt" ? without == 0 : without is > 2 and < MostCalls), $"it happened {happened} times, and {without} times no copy was left");
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task When_all_keys_of_a_tenant_are_destroyed_the_copies_go_too_and_backups_of_them_are_told_of(string store)
    {
        await using Center center = await CopyingAsync(store);
        await Recorded.StoreAsync(center, Content);
        KeyRingService keys = ShredTenantTests.OfRecordings(center);
        await ShredTenantTests.ApprovedAsync(center, keys);
        Center faulty = center.With(new FaultSchedule(Fault.Before(1).On("DeleteAsync")));

        await Assert.ThrowsAsync<StorageUnavailableException>(() => ShredTenantTests.OfRecordings(faulty).ShredTenantAsync(Center.Ada, new("shred")));
        Assert.Single(await center.CopiesAsync());
        Assert.All((await keys.GetAsync(Center.Ada))!.Keys, key => Assert.NotEqual(KeyState.Destroyed, key.State));
        KeyRingSummary gone = await keys.ShredTenantAsync(Center.Ada, new("shred"));

        Assert.Empty(await center.CopiesAsync());
        Assert.Single(await center.BlobNamesAsync());
        Assert.All(gone.Keys, key => Assert.Equal((KeyState.Destroyed, true), (key.State, key.RecoverableUntil > center.Time.GetUtcNow())));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_that_breaks_off_a_job_goes_on_and_the_ring_says_no_more_than_is_done(bool rotates)
    {
        await using Center center = await CopyingAsync(StoreNames.InMemory);
        await Recorded.StoreAsync(center, Content);
        KeyRingService keys = ShredTenantTests.OfRecordings(center);
        await ShredTenantTests.ApprovedAsync(center, keys);
        Center faulty = center.With(new FaultSchedule(Fault.Before(1).On("DeleteAsync")));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => ShredTenantTests.OfRecordings(faulty).ShredTenantAsync(Center.Ada, new("shred")));
        KeyTools node = ShredTenantTests.NodeOfRecordings(center, rotates);

        // While the clock is in doubt it does not go on by itself.
        center.Time.Advance(TimeSpan.FromDays(400));
        await new KeyRotationService(node).RunOnceAsync(CancellationToken.None);
        Assert.Single(await center.CopiesAsync());
        Assert.All((await keys.GetAsync(Center.Ada))!.Keys, key => Assert.NotEqual(KeyState.Destroyed, key.State));
        await Sealed.ClockIsRightAsync(center);
        await new KeyRotationService(node).RunOnceAsync(CancellationToken.None);

        KeyRingSummary gone = (await keys.GetAsync(Center.Ada))!;
        Assert.Empty(await center.CopiesAsync());
        Assert.All(gone.Keys, key => Assert.Equal((KeyState.Destroyed, center.Time.GetUtcNow().AddDays(35)), (key.State, key.RecoverableUntil)));
        await new KeyRotationService(node).RunOnceAsync(CancellationToken.None);
        Assert.Equal(gone.Revision, (await keys.ShredTenantAsync(Center.Ada, new("shred"))).Revision);
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    private static async Task<Center> CopyingAsync(string store)
    {
        Center center = await Recorded.ReportedAsync(store);
        center.RecordingOptions.EnvelopeCopies = ExportRecipient.PublicKey(Holder.ExportSubjectPublicKeyInfo());
        return center;
    }

    private static async Task OpenAsync(Center center, BlobName payload, ExportSecret secret) =>
        (await EnvelopeCopies.OpenAsync(center.Blobs, Center.Tenant, payload, secret, CancellationToken.None)).Dispose();

    private static async Task<byte[]> ReadAsync(OpenedExport opened)
    {
        using var bytes = new MemoryStream();
        await using Stream content = opened.Payload.OpenStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static async Task OpensAsync(Center center, RSA key, int count)
    {
        List<EnvelopeCopy> copies = await center.CopiesAsync();
        Assert.Equal(count, copies.Count);
        foreach (EnvelopeCopy copy in copies)
        {
            using OpenedExport opened = await EnvelopeCopies.OpenAsync(center.Blobs, Center.Tenant, copy.Payload, ExportSecret.PrivateKey(key), CancellationToken.None);
            Assert.Equal(Content, await ReadAsync(opened));
        }
    }

    private static async Task QuietlyAsync(Func<Task> verify)
    {
        try
        {
            await verify();
        }
        catch (Exception lost) when (lost is EntityNotFoundException or ConcurrencyConflictException or StorageUnavailableException)
        {
            // Somebody was quicker.
        }
    }
}
