using System.Security.Cryptography;
using QualityKit.Audio;
using QualityKit.Encryption;
using QualityKit.Persistence;
using QualityKit.Services.Tests.Recordings;
using QualityKit.Services.Tests.Services;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Testing.Faults;
using QualityKit.Vault;
using Xunit.Abstractions;

namespace QualityKit.Services.Tests.Faults;

/// <summary>Storing, deleting, redacting and encrypting anew, with every one of the calls of documents and blobs failing: afterwards a recording opens or is absent, and no payload is left that nobody has.</summary>
public sealed class RecordingFaultTests(ITestOutputHelper output) : IClassFixture<Databases>
{
    private const int MostRetries = 3;

    private static readonly byte[] Content = Recorded.Bytes(40_000);
    private static readonly byte[] Call = Calls.Talk(4);
    private static readonly ExportRecipient Holder = ExportRecipient.PublicKey(RSA.Create(3072).ExportSubjectPublicKeyInfo());

    // A fault alone, after which the host tries again; and the end of the process, after which it does not.
    private static readonly Func<int, Fault>[] Kinds =
        [Fault.Before, Fault.After, call => Fault.Before(call).Lasting(), call => Fault.After(call).Lasting()];

    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Whatever_call_fails_a_recording_is_stored_whole_or_not_at_all(string store) => await SweepAsync(store, async (center, faults) =>
    {
        bool isStored = await RetryAsync(() => Recorded.StoreAsync(center.With(faults), Content, command: "store"));

        await FindsAsync(center, "rec-1", isStored, Content);
    });

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Whatever_call_fails_a_recording_is_deleted_or_opens(string store) => await SweepAsync(store, async (center, faults) =>
    {
        await Recorded.StoreAsync(center, Content, command: "store");
        bool isDeleted = await RetryAsync(() => center.With(faults).Recordings.DeleteAsync(Center.Ada, Recorded.Id, new("delete")));

        bool isThere = await FindsAsync(center, "rec-1", null, Content);
        Assert.True(!isDeleted || !isThere, "it was said to be deleted, and opens");
        if (!isThere)
        {
            await LaterAsync(center);
            Assert.NotNull((await center.Recordings.GetDeletionAsync(Center.Ada, Recorded.Id)).PayloadRemovedAt);
        }
    });

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Whatever_call_fails_an_interaction_is_deleted_with_its_recordings_or_can_be_again(string store) => await SweepAsync(store, async (center, faults) =>
    {
        await Recorded.StoreAsync(center, Content, command: "store");
        await Recorded.StoreAsync(center, Content, "rec-2", command: "store 2");
        await RetryAsync(async () =>
        {
            await center.With(faults).Retention.DeleteAsync(Center.Ada, new("call-1"), new("delete"));
            return "";
        });

        if (await center.Interactions.FindAsync(Center.Tenant, new("call-1"), CancellationToken.None) is not null)
        {
            await FindsAsync(center, "rec-1", null, Content);
            await FindsAsync(center, "rec-2", null, Content);
            await center.Retention.DeleteAsync(Center.Ada, new("call-1"), new("delete"));
        }

        Assert.NotNull((await StoredRecording.FindAsync(center.Documents, Center.Tenant, new("rec-1"), CancellationToken.None))!.Deletion);
        Assert.NotNull((await StoredRecording.FindAsync(center.Documents, Center.Tenant, new("rec-2"), CancellationToken.None))!.Deletion);
    });

    [Fact]
    public async Task Whatever_call_fails_a_redacted_recording_takes_the_place_of_the_old_one_or_the_old_one_opens() => await SweepAsync(StoreNames.InMemory, async (center, faults) =>
    {
        await Recorded.StoreAsync(center, Call, command: "store");
        RecordingRedaction redaction = new() { Ranges = [new() { From = TimeSpan.FromSeconds(1), Until = TimeSpan.FromSeconds(2) }], Replacement = new("rec-1r") };
        bool isRedacted = await RetryAsync(() => center.With(faults).Recordings.RedactAsync(Center.Ada, Recorded.Id, redaction, new("redact")));

        bool isOld = await FindsAsync(center, "rec-1", null, Call);
        bool isNew = await StoredRecording.FindAsync(center.Documents, Center.Tenant, new("rec-1r"), CancellationToken.None) is not null;
        Assert.True(isOld != isNew, "both are there, or neither");
        Assert.True(isNew || !isRedacted);
        if (isNew)
        {
            byte[] bytes = await Recorded.ReadAsync(center, "rec-1r");
            Assert.True(Calls.IsSilent(bytes, 1, 2));
            Assert.False(Calls.IsSilent(bytes, 2.2, 3));
        }
    });

    [Fact]
    public async Task Whatever_call_fails_a_recording_that_is_encrypted_anew_opens() => await SweepAsync(StoreNames.InMemory, async (center, faults) =>
    {
        await Recorded.StoreAsync(center, Content, command: "store");
        await RetryAsync(() => center.With(faults).Recordings.ReencryptAsync(Center.Ada, Recorded.Id, new("anew")));

        await FindsAsync(center, "rec-1", true, Content);
        Assert.True((await center.Recordings.VerifyAsync(Center.Ada, Recorded.Id)).IsIntact);
    });

    [Fact]
    public async Task Whatever_call_fails_media_is_moved_into_the_vault_or_stays_where_it_is() => await SweepAsync(StoreNames.InMemory, async (center, faults) =>
    {
        center.Place.Media["old-1"] = Content;
        await center.Recordings.RegisterAsync(Center.Bot, Recorded.Of(), new() { Place = "archive", Key = "old-1" }, new("register"));
        await RetryAsync(() => center.With(faults).Recordings.MoveAsync(Center.Bot, Recorded.Id, new("move")));

        await FindsAsync(center, "rec-1", true, Content);
        await LaterAsync(center);
        Assert.Equal((await center.Recordings.GetAsync(Center.Ada, Recorded.Id)).External is not null, center.Place.Media.ContainsKey("old-1"));
    });

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Whatever_call_fails_a_recording_is_stored_with_a_copy_of_its_envelope_or_not_at_all(string store) => await SweepAsync(store, async (center, faults) =>
    {
        center.RecordingOptions.EnvelopeCopies = Holder;
        bool isStored = await RetryAsync(() => Recorded.StoreAsync(center.With(faults), Content, command: "store"));

        bool isThere = await FindsAsync(center, "rec-1", null, Content);
        Assert.True(isThere || !isStored);
        await LaterAsync(center);
        Assert.Equal(isThere ? 1 : 0, (await center.CopiesAsync()).Count);
        if (isThere)
        {
            bool isDeleted = await RetryAsync(() => center.With(faults).Recordings.DeleteAsync(Center.Ada, Recorded.Id, new("delete")));
            Assert.True(!isDeleted || !await FindsAsync(center, "rec-1", null, Content));
        }
    });

    [Fact]
    public async Task Whatever_call_fails_while_a_copy_of_an_envelope_is_laid_the_recording_opens_and_the_next_round_lays_it() => await SweepAsync(StoreNames.InMemory, async (center, faults) =>
    {
        await Recorded.StoreAsync(center, Content, command: "store");
        center.RecordingOptions.EnvelopeCopies = Holder;
        await RetryAsync(() => center.With(faults).Recordings.VerifyAsync(Center.Ada, Recorded.Id));

        await FindsAsync(center, "rec-1", true, Content);
        await LaterAsync(center);
        await center.Recordings.ScrubAsync(Center.Ada, TimeSpan.Zero);
        Assert.NotNull(Assert.Single(await center.CopiesAsync()).Context);
    });

    private async Task SweepAsync(string store, Func<Center, FaultSchedule, Task> scenario)
    {
        int runs = await FaultSweep.RunAsync(
            [.. Kinds],
            async (faults, _) =>
            {
                await using Center center = await Recorded.ReportedAsync(store);
                await scenario(center, faults);
                await LaterAsync(center);
                await NothingIsLeftAsync(center);
                Assert.Empty((await center.VerifyAsync()).Issues);
            },
            CancellationToken.None);

        output.WriteLine($"{store}: {runs} runs");
        Assert.True(runs > 20);
    }

    private static async Task<bool> RetryAsync<T>(Func<Task<T>> attempt)
    {
        for (int retry = 0; retry < MostRetries; retry++)
        {
            try
            {
                await attempt();
                return true;
            }
            catch (StorageUnavailableException)
            {
                // The same command again.
            }
        }

        return false;
    }

    /// <summary>What is there opens, to the last byte; null: it may be there or not.</summary>
    private static async Task<bool> FindsAsync(Center center, string id, bool? expected, byte[] content)
    {
        StoredRecording? stored = await StoredRecording.FindAsync(center.Documents, Center.Tenant, new(id), CancellationToken.None);
        bool isThere = stored is { Deletion: null };
        Document? envelope = await center.Documents.ReadAsync(Center.Tenant, EnvelopeDocument.KeyOf(new(id)), CancellationToken.None);
        Assert.Equal(isThere && stored!.External is null, envelope is not null);
        Assert.True(expected is not true || isThere, "it was said to be there");
        if (isThere)
        {
            Assert.Equal(content, await Recorded.ReadAsync(center, id));
        }

        return isThere;
    }

    // Stores that took too long are given up, and their payloads removed, once more after as long again.
    private static async Task LaterAsync(Center center)
    {
        for (int time = 0; time < 3; time++)
        {
            center.Time.Advance(TimeSpan.FromHours(25));
            await Sealed.ClockIsRightAsync(center);
            await center.RemovePendingAsync();
        }

        Assert.Empty(center.Lines.All);
    }

    private static async Task NothingIsLeftAsync(Center center)
    {
        RecordingOrphans orphans = await center.Recordings.OrphansAsync(Center.Ada);
        Assert.Empty(orphans.Blobs);
        Assert.Empty(orphans.WithoutPayload);
        Assert.Empty(orphans.WithoutEnvelope);
        Assert.Empty(await PendingAsync(center));
        int stored = 0;
        await foreach (Document document in center.Documents.QueryAllAsync(Center.Tenant, new() { Collection = "recordings", Index = "by-time" }))
        {
            stored += StoredRecording.Read(document).Blob is null ? 0 : 1;
        }

        Assert.Equal(stored + (await center.CopiesAsync()).Count, (await center.BlobNamesAsync()).Count);
    }

    private static async Task<List<Document>> PendingAsync(Center center)
    {
        var pending = new List<Document>();
        await foreach (Document document in center.Documents.QueryAllAsync(Center.Tenant, new() { Collection = "pending-blobs", Index = "since" }))
        {
            pending.Add(document);
        }

        return pending;
    }
}
