using System.Security.Cryptography;
using QualityKit.Encryption;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Services.Tests.Services;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Testing.Faults;
using QualityKit.Testing.Time;
using QualityKit.Vault;

namespace QualityKit.Services.Tests.Recordings;

/// <summary>Removing payloads that nobody has any more: which, when, and what the receipt says of it.</summary>
public sealed class PayloadRemovalTests : IClassFixture<Databases>
{
    private static readonly byte[] Content = Recorded.Bytes(1000);

    private static readonly RSA Holder = RSA.Create(3072);

    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_being_stored_when_the_copy_was_made_that_was_brought_back_is_never_removed_and_is_recovered(string store)
    {
        await using Center center = await CopyingAsync(store, new Outside(Witness: new InMemoryKeepingWitness()));
        await Recorded.StoreAsync(center, Content, "rec-0");
        List<CreateDocument> backup = await StoredWhileBackedUpAsync(center);
        await center.Recordings.DeleteAsync(Center.Ada, new("rec-0"));
        await center.RestoreAsync(backup);
        string payload = (await center.CopiesAsync()).Single(one => one.Context!.Recording == Recorded.Id).Payload.Value;
        string[] both = [payload, $"{payload}-envelope"];

        await LaterAsync(center);
        Assert.True((await center.Restores.LookAsync(Center.Ada)).IsRestored);
        Assert.Equal(both, await OrphansAsync(center));
        await center.Restores.ReconcileAfterRestoreAsync(Center.Ada);
        await LaterAsync(center);
        await LaterAsync(center);

        Assert.Equal(both, await OrphansAsync(center));
        await center.Recordings.RecoverAsync(Center.Bot, new(payload), ExportSecret.PrivateKey(Holder), Recorded.Of());
        Assert.Equal(Content, await Recorded.ReadAsync(center));
        await LaterAsync(center);
        Assert.Equal(both, (await center.BlobNamesAsync()).Order(StringComparer.Ordinal));
        Assert.Empty(await OrphansAsync(center));
    }

    [Fact]
    public async Task What_was_being_stored_when_the_copy_was_made_is_recovered_at_once()
    {
        await using Center center = await CopyingAsync();
        await center.RestoreAsync(await StoredWhileBackedUpAsync(center));
        EnvelopeCopy copy = Assert.Single(await center.CopiesAsync());

        await center.Recordings.RecoverAsync(Center.Bot, copy.Payload, ExportSecret.PrivateKey(Holder), Recorded.Of());

        Assert.Equal(Content, await Recorded.ReadAsync(center));
        await LaterAsync(center);
        Assert.Equal(Content, await Recorded.ReadAsync(center, session: "s-2"));
        Assert.Empty(await PendingAsync(center));
    }

    [Fact]
    public async Task Of_whoever_stores_and_whoever_recovers_the_same_payload_one_makes_the_recording()
    {
        await using Center center = await CopyingAsync();
        bool isRecovered = false;
        var documents = new PausedStore(center.Documents, async batch =>
        {
            if (!isRecovered && batch.Operations.Any(operation => operation.Key.Collection == Collections.Recordings))
            {
                isRecovered = true;
                EnvelopeCopy copy = Assert.Single(await center.CopiesAsync());
                await center.Recordings.RecoverAsync(Center.Bot, copy.Payload, ExportSecret.PrivateKey(Holder), Recorded.Of());
            }
        });

        await RecordingServiceTests.RefusedAsync(
            Validation.IssueCodes.RecordingExists, () => center.RecordingsThrough(documents).StoreAsync(Center.Bot, new MemoryStream(Content), Recorded.Of()));

        Assert.True(isRecovered);
        await LaterAsync(center);
        Assert.Equal(Content, await Recorded.ReadAsync(center));
        Assert.Equal(2, (await center.BlobNamesAsync()).Count);
    }

    [Fact]
    public async Task Nothing_is_given_up_when_it_is_found_meanwhile_that_the_store_went_back()
    {
        await using Center center = await CopyingAsync();
        await center.RestoreAsync(await StoredWhileBackedUpAsync(center));
        center.Time.Advance(TimeSpan.FromHours(25));
        await Sealed.ClockIsRightAsync(center);
        var documents = new PausedStore(center.Documents, batch => batch.Operations.Any(operation => operation.Key.Collection == Collections.PendingBlobs)
            ? center.Restores.DeclareRestoredAsync(Center.Ada, new("declare"))
            : Task.CompletedTask);

        await new PendingBlobs(center.Recorded with { Documents = documents }, center.Maintenance, center.Lines).RunOnceAsync(CancellationToken.None);

        Assert.Equal(2, (await center.BlobNamesAsync()).Count);
    }

    [Fact]
    public async Task A_copy_of_an_envelope_that_was_being_laid_when_the_copy_of_the_documents_was_made_is_laid_again()
    {
        await using Center center = await Recorded.ReportedAsync();
        await Recorded.StoreAsync(center, Content);
        center.RecordingOptions.EnvelopeCopies = ExportRecipient.PublicKey(Holder.ExportSubjectPublicKeyInfo());
        var blobs = new FaultSchedule(Fault.Before(1).On("StageAsync"));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => center.With(blobs).Recordings.VerifyAsync(Center.Ada, Recorded.Id));
        await center.RestoreAsync(await center.BackUpAsync());
        await center.Restores.DeclareRestoredAsync(Center.Ada);
        await center.Restores.ReconcileAfterRestoreAsync(Center.Ada);

        center.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await center.Recordings.VerifyAsync(Center.Ada, Recorded.Id)).IsIntact);

        Assert.Single(await center.CopiesAsync());
        Assert.Empty(await PendingAsync(center));
    }

    [Fact]
    public async Task A_node_whose_clock_is_ahead_gives_up_nothing_that_is_being_stored()
    {
        await using Center center = await Recorded.ReportedAsync();
        await Sealed.ClockIsRightAsync(center);
        (Task<RecordingReceipt> late, TaskCompletionSource pause) = await StoringAsync(center);
        var ahead = new ManualTimeProvider(center.Time.GetUtcNow().AddHours(25));

        await new PendingBlobs(center.Recorded with { Deeds = new(center.Documents, Center.Keys, ahead) }, center.Maintenance, center.Lines).RunOnceAsync(CancellationToken.None);
        pause.SetResult();
        await late;

        Assert.Equal(Content, await Recorded.ReadAsync(center));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_receipt_says_that_the_payload_is_gone_when_the_original_is_gone_too_that_was_moved_in(string store)
    {
        await using Center center = await MovedAsync(store);
        center.Place.IsThere = false;
        RecordingDeletion deletion = await center.Recordings.DeleteAsync(Center.Ada, Recorded.Id);

        Assert.Null(deletion.PayloadRemovedAt);
        Assert.Empty(await center.BlobNamesAsync());
        Assert.Single(center.Place.Media);
        center.Place.IsThere = true;
        await center.RemovePendingAsync();
        Assert.Empty(center.Place.Media);
        Assert.Equal(center.Time.GetUtcNow(), (await DeletionAsync(center)).PayloadRemovedAt);
        Assert.Single(await Recorded.AuditAsync(center), line => line.Contains("recording.payloadRemoved", StringComparison.Ordinal));
        Assert.Empty(await PendingAsync(center));
    }

    [Fact]
    public async Task A_receipt_does_not_say_that_the_payload_is_gone_because_the_original_is()
    {
        await using Center center = await MovedAsync();
        Center faulty = center.With(new FaultSchedule([.. Enumerable.Range(1, 4).Select(call => Fault.Before(call).On("DeleteAsync"))]));

        RecordingDeletion deletion = await faulty.Recordings.DeleteAsync(Center.Ada, Recorded.Id);
        await faulty.RemovePendingAsync();

        Assert.Null(deletion.PayloadRemovedAt);
        Assert.Null((await DeletionAsync(center)).PayloadRemovedAt);
        Assert.Empty(center.Place.Media);
        Assert.Equal(2, (await center.BlobNamesAsync()).Count);
        await center.RemovePendingAsync();
        Assert.Empty(await center.BlobNamesAsync());
        Assert.NotNull((await DeletionAsync(center)).PayloadRemovedAt);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_encrypted_anew_is_gone_with_its_earlier_payloads_and_their_copies(string store)
    {
        await using Center center = await CopyingAsync(store);
        await Recorded.StoreAsync(center, Content);
        await center.Recordings.ReencryptAsync(Center.Ada, Recorded.Id);
        await center.Recordings.ReencryptAsync(Center.Ada, Recorded.Id);
        Assert.Equal(3, (await center.CopiesAsync()).Count);

        RecordingDeletion deletion = await center.Recordings.DeleteAsync(Center.Ada, Recorded.Id);

        Assert.NotNull(deletion.PayloadRemovedAt);
        Assert.Empty(await center.BlobNamesAsync());
    }

    [Fact]
    public async Task What_an_attempt_left_that_failed_is_removed_with_the_recording_and_the_receipt_waits_for_it()
    {
        await using Center center = await CopyingAsync();
        await Recorded.StoreAsync(center, Content);
        var failing = new PausedStore(center.Documents, batch =>
            batch.Operations.Any(operation => operation.Key.Collection == Collections.Recordings) ? throw new StorageUnavailableException("cut") : Task.CompletedTask);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => center.RecordingsThrough(failing).ReencryptAsync(Center.Ada, Recorded.Id));
        Assert.Equal(2, (await center.CopiesAsync()).Count);

        RecordingDeletion deletion = await center.Recordings.DeleteAsync(Center.Ada, Recorded.Id);

        Assert.Empty(await center.BlobNamesAsync());
        Assert.Null(deletion.PayloadRemovedAt);
        await LaterAsync(center);
        Assert.Equal(center.Time.GetUtcNow(), (await DeletionAsync(center)).PayloadRemovedAt);
        Assert.Empty(await PendingAsync(center));
    }

    [Fact]
    public async Task Of_two_nodes_that_remove_the_last_two_payloads_at_once_one_says_that_they_are_gone()
    {
        for (int call = 1; call <= 40; call++)
        {
            await using Center center = await MovedAsync();
            Center faulty = center.With(new FaultSchedule([.. Enumerable.Range(1, 4).Select(fault => Fault.Before(fault).On("DeleteAsync"))]));
            center.Place.IsThere = false;
            await faulty.Recordings.DeleteAsync(Center.Ada, Recorded.Id);
            center.Place.IsThere = true;
            var documents = new Interrupted(center.Documents, call, center.RemovePendingAsync);

            await new PendingBlobs(center.Recorded with { Documents = documents, Deeds = new(documents, Center.Keys, center.Time) }, center.Maintenance, center.Lines).RunOnceAsync(CancellationToken.None);
            await center.RemovePendingAsync();

            Assert.NotNull((await DeletionAsync(center)).PayloadRemovedAt);
            Assert.Single(await Recorded.AuditAsync(center), line => line.Contains("recording.payloadRemoved", StringComparison.Ordinal));
            Assert.Empty(await PendingAsync(center));
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Copies_of_the_store_expire_by_when_the_payload_was_removed(string store)
    {
        await using Center center = await CopyingAsync(store);
        await Recorded.StoreAsync(center, Content);
        RecordingDeletion before = await center.With(new FaultSchedule(Fault.Before(1).On("DeleteAsync"))).Recordings.DeleteAsync(Center.Ada, Recorded.Id);
        Assert.Equal((null, before.DeletedAt.AddDays(35)), (before.PayloadRemovedAt, before.CopiesExpireAt));
        center.Time.Advance(TimeSpan.FromDays(10));

        await center.RemovePendingAsync();

        RecordingDeletion deletion = await DeletionAsync(center);
        Assert.Equal((before.DeletedAt.AddDays(10), before.DeletedAt.AddDays(45)), (deletion.PayloadRemovedAt, deletion.CopiesExpireAt));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(10, 35)]
    [InlineData(35, 45)]
    public async Task When_copies_expire_is_never_sooner_than_was_said_and_not_known_where_the_host_says_nothing(int? horizon, int? expected)
    {
        await using Center center = await CopyingAsync();
        await Recorded.StoreAsync(center, Content);
        RecordingDeletion before = await center.With(new FaultSchedule(Fault.Before(1).On("DeleteAsync"))).Recordings.DeleteAsync(Center.Ada, Recorded.Id);
        center.Time.Advance(TimeSpan.FromDays(10));

        await new PendingBlobs(center.Recorded with { BackupHorizon = horizon is { } days ? TimeSpan.FromDays(days) : null }, center.Maintenance, center.Lines).RunOnceAsync(CancellationToken.None);

        Assert.Equal(expected is { } until ? before.DeletedAt.AddDays(until) : null, (await DeletionAsync(center)).CopiesExpireAt);
    }

    [Fact]
    public async Task One_place_that_answers_in_its_own_way_and_one_damaged_document_keep_no_other_payload()
    {
        await using Center center = await Recorded.ReportedAsync();
        await Recorded.StoreAsync(center, Content, "rec-2");
        RecordingTools tools = center.Recorded with { Places = [new Forbidden()] };
        var recordings = new RecordingService(tools, center.Transcripts);
        await recordings.RegisterAsync(Center.Bot, Recorded.Of(), new() { Place = "forbidden", Key = "1" });
        await RecordingServiceTests.CommitAsync(center, batch => batch.Create(new(Collections.PendingBlobs, "damaged"), "{}"u8.ToArray(), new IndexEntry(PendingBlob.Since, IndexValue.Of(center.Time.GetUtcNow()))));

        RecordingDeletion deletion = await recordings.DeleteAsync(Center.Ada, Recorded.Id);
        Assert.Null(deletion.PayloadRemovedAt);
        center.Time.Advance(TimeSpan.FromSeconds(1));
        await center.With(new FaultSchedule(Fault.Before(1).On("DeleteAsync"))).Recordings.DeleteAsync(Center.Ada, new("rec-2"));
        Assert.Single(await center.BlobNamesAsync());
        await new PendingBlobs(tools, center.Maintenance, center.Lines).RunOnceAsync(CancellationToken.None);

        Assert.Empty(await center.BlobNamesAsync());
        Assert.Equal([1700], center.Lines.All.Select(line => line.Id));
        Assert.Equal(2, (await PendingAsync(center)).Count);
    }

    private static Task<RecordingDeletion> DeletionAsync(Center center) => center.Recordings.GetDeletionAsync(Center.Ada, Recorded.Id);

    // In the vault with a copy of its envelope, and the original waits to be deleted.
    private static async Task<Center> MovedAsync(string store = StoreNames.InMemory)
    {
        Center center = await CopyingAsync(store);
        center.Place.Media["old/1"] = Content;
        await center.Recordings.RegisterAsync(Center.Bot, Recorded.Of(), new() { Place = "archive", Key = "old/1" });
        await center.Recordings.MoveAsync(Center.Bot, Recorded.Id);
        center.Time.Advance(TimeSpan.FromMinutes(1));
        return center;
    }

    private static async Task<Center> CopyingAsync(string store = StoreNames.InMemory, Outside? outside = null)
    {
        Center center = await Recorded.ReportedAsync(store, outside);
        center.RecordingOptions.EnvelopeCopies = ExportRecipient.PublicKey(Holder.ExportSubjectPublicKeyInfo());
        return center;
    }

    // A copy of the documents that is made between the first byte and the commit of what is stored.
    private static async Task<List<CreateDocument>> StoredWhileBackedUpAsync(Center center)
    {
        (Task<RecordingReceipt> late, TaskCompletionSource pause) = await StoringAsync(center);
        List<CreateDocument> backup = await center.BackUpAsync();
        pause.SetResult();
        await late;
        return backup;
    }

    private static async Task<(Task<RecordingReceipt> Late, TaskCompletionSource Pause)> StoringAsync(Center center)
    {
        (TaskCompletionSource reached, TaskCompletionSource pause) = (new(), new());
        Task<RecordingReceipt> late = center.Recordings.StoreAsync(Center.Bot, new Slow(Content, reached, pause.Task), Recorded.Of());
        await reached.Task;
        return (late, pause);
    }

    private static async Task LaterAsync(Center center)
    {
        center.Time.Advance(TimeSpan.FromHours(25));
        await Sealed.ClockIsRightAsync(center);
        await center.RemovePendingAsync();
    }

    private static async Task<string[]> OrphansAsync(Center center) => [.. (await center.Recordings.OrphansAsync(Center.Ada)).Blobs.Select(blob => blob.Name.Value)];

    private static async Task<List<Document>> PendingAsync(Center center) =>
        await center.Documents.QueryAllAsync(Center.Tenant, new() { Collection = Collections.PendingBlobs, Index = PendingBlob.Since }).ToListAsync();

    private sealed class Forbidden : IExternalMedia
    {
        public string Name => "forbidden";

        public ValueTask<long?> FindLengthAsync(TenantId tenant, string key, CancellationToken cancellationToken) => new(10);

        public ValueTask<Stream?> OpenAsync(TenantId tenant, string key, long offset, long length, CancellationToken cancellationToken) => new(new MemoryStream(new byte[length]));

        public ValueTask DeleteAsync(TenantId tenant, string key, CancellationToken cancellationToken) => throw new UnauthorizedAccessException("403");
    }
}
