using QualityKit.Encryption;
using QualityKit.Interactions;
using QualityKit.Persistence;
using QualityKit.Privacy;
using QualityKit.Retention;
using QualityKit.Services.Tests.Services;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Validation;
using QualityKit.Vault;

namespace QualityKit.Services.Tests.Recordings;

/// <summary>Deleting recordings: by hand, by sweeps, at a customer's request, under holds, and after a restore.</summary>
public sealed class RecordingKeepingTests : IClassFixture<Databases>
{
    private const int MostCalls = 60;

    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_deleted_opens_nothing_and_the_receipt_says_what_is_true(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store);
        await Recorded.StoreAsync(center, Recorded.Bytes(10));
        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk());
        await center.Recordings.ExportAsync(Center.Ada, Recorded.Id, [ExportRecipient.Passphrase("correct horse battery")], new MemoryStream());
        string envelope = (await RecordingServiceTests.EnvelopeAsync(center, "rec-1")).Body is { } body ? Recorded.Sha256(body.ToArray()) : "";

        RecordingDeletion deletion = await center.Recordings.DeleteAsync(Center.Ada, Recorded.Id, new("delete"));

        DateTimeOffset now = center.Time.GetUtcNow();
        Assert.Equal((Recorded.Id, new InteractionId("call-1"), now, Center.Ada.Id, envelope, now), (deletion.Recording, deletion.Interaction, deletion.DeletedAt, deletion.DeletedBy, deletion.EnvelopeDigest, deletion.PayloadRemovedAt));
        Assert.Equal((now.AddDays(35), 1), (deletion.CopiesExpireAt, deletion.ExportsMade));
        Assert.Equal(["transcript/t-1"], [.. deletion.DerivedKept]);
        Assert.StartsWith("rec-1: envelope removed, payload removed, recoverable from copies until 2026-02-", deletion.ToString(), StringComparison.Ordinal);
        Assert.Equal(deletion.ToString(), (await center.Recordings.DeleteAsync(Center.Ada, Recorded.Id, new("delete"))).ToString());
        Assert.Equal(deletion.ToString(), (await center.Recordings.GetDeletionAsync(Center.Ada, Recorded.Id)).ToString());
        Assert.Empty(await center.BlobNamesAsync());
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Recordings.OpenAsync(Center.Ada, Recorded.Id, Recorded.Session));
        await RecordingServiceTests.RefusedAsync(IssueCodes.RecordingDeleted, () => Recorded.StoreAsync(center, Recorded.Bytes(10)));
        Assert.Empty(await center.Recordings.ListAsync(Center.Ada, new("call-1")));
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_sweep_deletes_recordings_with_their_interaction_and_skips_what_is_held(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store, calls: ["call-1", "call-2"]);
        await Recorded.StoreAsync(center, Recorded.Bytes(10));
        await Recorded.StoreAsync(center, Recorded.Bytes(10), "rec-2");
        await Recorded.StoreAsync(center, Recorded.Bytes(10), "rec-3", "call-2");
        await HoldAsync(center, "call-2");
        await center.Retention.SweepAsync(Center.Bot);
        center.Time.Advance(TimeSpan.FromHours(72));

        SweepReport report = await center.Retention.SweepAsync(Center.Bot);

        Assert.Equal("call-1", Assert.Single(report.Deleted).Value);
        Assert.Single(await center.BlobNamesAsync());
        Assert.Equal(Recorded.Bytes(10), await Recorded.ReadAsync(center, "rec-3"));
        Assert.Contains(await Recorded.AuditAsync(center), line => line.StartsWith("retention recording.deleted interaction=call-1", StringComparison.Ordinal));
        await RecordingServiceTests.RefusedAsync(IssueCodes.RecordingHeld, () => center.Recordings.DeleteAsync(Center.Ada, new("rec-3")));
        await center.Holds.ReleaseAsync(Center.Ada, new("h-1"));
        await center.Recordings.DeleteAsync(Center.Ada, new("rec-3"));
        Assert.Empty(await center.BlobNamesAsync());
    }

    [Theory]
    [InlineData("place")]
    [InlineData("edit")]
    public async Task Of_a_hold_and_a_deletion_at_the_same_moment_no_deletion_commits_after_the_hold(string what)
    {
        int held = 0;
        int deleted = 0;
        for (int call = 1; call <= MostCalls; call++)
        {
            await using Center center = await Recorded.ReportedAsync();
            await Recorded.StoreAsync(center, Recorded.Bytes(10));
            if (what == "edit")
            {
                await HoldAsync(center, predicate: new AttributePredicate.IsOneOf { Attribute = "tier", Values = [AttributeValue.Of("platinum")] });
            }

            bool wasDeleted = false;
            var documents = new Interrupted(center.Documents, call, async () =>
            {
                wasDeleted = await IsDeletedAsync(center);
                await (what == "edit" ? center.Interactions.ReportAsync(Center.Bot, Reported.Call(tier: "platinum")) : HoldAsync(center, "call-1"));
            });
            bool isRefused = false;
            try
            {
                await center.RecordingsThrough(documents).DeleteAsync(Center.Ada, Recorded.Id);
            }
            catch (ValidationFailedException refused)
            {
                Assert.Equal(IssueCodes.RecordingHeld, Assert.Single(refused.Issues).Code);
                isRefused = true;
            }

            Assert.Equal(!documents.HasHappened || wasDeleted, await IsDeletedAsync(center));
            Assert.Equal(isRefused, !await IsDeletedAsync(center));
            Assert.Equal(isRefused ? 1 : 0, (await center.BlobNamesAsync()).Count);
            (held, deleted) = (held + (isRefused ? 1 : 0), deleted + (isRefused ? 0 : 1));
        }

        Assert.True(held > 3 && deleted > 3, $"{held} held, {deleted} deleted");
    }

    [Fact]
    public async Task A_redaction_beside_a_deletion_leaves_nothing_of_a_deleted_interaction()
    {
        int redacted = 0;
        for (int call = 1; call <= MostCalls; call++)
        {
            await using Center center = await Recorded.ReportedAsync();
            await Recorded.StoreAsync(center, Calls.Talk(2));
            var redaction = new RecordingRedaction { Ranges = [new() { From = TimeSpan.FromSeconds(1), Until = TimeSpan.FromSeconds(1.5) }], Replacement = new("rec-1r") };
            var documents = new Interrupted(center.Documents, call, async () =>
            {
                try
                {
                    await center.Recordings.RedactAsync(Center.Ada, Recorded.Id, redaction);
                    redacted++;
                }
                catch (Exception refused) when (refused is EntityNotFoundException or ValidationFailedException)
                {
                    // It was deleted already.
                }
            });
            RecordingTools tools = center.RecordedThrough(documents);
            var keeping = new InteractionKeeping(documents, center.Terms, [new QualityKit.Services.RecordingTarget(tools)], tools.Deeds, tools.Safety);
            await new RetentionService(documents, center.Recorded.Desk.Policies, keeping, tools.Deeds).DeleteAsync(Center.Ada, new("call-1"));

            Assert.NotNull((await new InteractionStore(center.Documents).FindAsync(Center.Tenant, new("call-1"), CancellationToken.None))!.DeletedAt);
            Assert.DoesNotContain(await center.BackUpAsync(), document => document.Key.Collection == Collections.Envelopes);
            if (!documents.HasHappened)
            {
                break;
            }
        }

        Assert.True(redacted > 3, $"{redacted} were redacted first");
    }

    [Fact]
    public async Task A_recording_that_says_it_is_another_interactions_than_the_audit_says_is_nobodys_to_delete()
    {
        await using Center center = await Recorded.ReportedAsync(calls: ["call-1", "call-2"]);
        await Recorded.StoreAsync(center, Recorded.Bytes(10));
        await HoldAsync(center, "call-1");
        StoredRecording one = (await StoredRecording.FindAsync(center.Documents, Center.Tenant, Recorded.Id, CancellationToken.None))!;
        await RecordingServiceTests.CommitAsync(center, batch => (one with { Metadata = one.Metadata with { Interaction = new("call-2") } }).StoreIn(batch));

        await Assert.ThrowsAsync<RecordingTamperedException>(() => center.Recordings.DeleteAsync(Center.Ada, Recorded.Id));
        SubjectReceipt receipt = await center.Subjects.EraseAsync(Center.Ada, RecordingServiceTests.Customer);
        await center.Retention.DeleteAsync(Center.Ada, new("call-2"));

        Assert.Contains(receipt.Left, item => item is { Kind: "qualitykit.recording/1", Id: "rec-1" });
        Assert.False(await IsDeletedAsync(center));
    }

    [Fact]
    public async Task What_the_audit_does_not_know_keeps_its_interaction_and_a_sweep_goes_on_with_the_others()
    {
        await using Center center = await Recorded.ReportedAsync(calls: ["call-1", "call-2"]);
        await Recorded.StoreAsync(center, Recorded.Bytes(10));
        await Recorded.StoreAsync(center, Recorded.Bytes(10), "rec-2", "call-2");
        StoredRecording one = (await StoredRecording.FindAsync(center.Documents, Center.Tenant, Recorded.Id, CancellationToken.None))!;
        await RecordingServiceTests.CommitAsync(center, batch => (one with { Metadata = one.Metadata with { Id = new("rec-0") }, Document = null }).StoreIn(batch));
        await center.Retention.SweepAsync(Center.Bot);
        center.Time.Advance(TimeSpan.FromHours(72));

        await Assert.ThrowsAsync<RecordingTamperedException>(() => center.Retention.SweepAsync(Center.Bot));

        Assert.Null((await new InteractionStore(center.Documents).FindAsync(Center.Tenant, new("call-1"), CancellationToken.None))!.DeletedAt);
        Assert.NotNull((await new InteractionStore(center.Documents).FindAsync(Center.Tenant, new("call-2"), CancellationToken.None))!.DeletedAt);
        await Assert.ThrowsAsync<RecordingTamperedException>(() => center.Retention.DeleteAsync(Center.Ada, new("call-1")));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_erased_customer_takes_their_recordings_with_them(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store, calls: ["call-1", "call-2"]);
        await Recorded.StoreAsync(center, Recorded.Bytes(10));
        await Recorded.StoreAsync(center, Recorded.Bytes(10), "rec-2", "call-2");
        await HoldAsync(center, "call-2");

        SubjectPlan plan = await center.Subjects.PlanAsync(Center.Ada, RecordingServiceTests.Customer, SubjectRequestKind.Erase);
        SubjectReceipt receipt = await center.Subjects.EraseAsync(Center.Ada, RecordingServiceTests.Customer, new("erase"));

        Assert.Equal(["rec-1", "rec-2"], plan.Steps.Where(step => step.Item.Kind == "qualitykit.recording/1").Select(step => step.Item.Id).Order(StringComparer.Ordinal));
        Assert.Contains(receipt.Erased, item => item is { Kind: "qualitykit.recording/1", Id: "rec-1" });
        Assert.Contains(receipt.Blocked, step => step.Item is { Kind: "qualitykit.recording/1", Id: "rec-2" });
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Recordings.GetAsync(Center.Ada, Recorded.Id));
        Assert.Null(await center.Documents.ReadAsync(Center.Tenant, EnvelopeDocument.KeyOf(Recorded.Id), CancellationToken.None));
        await center.RemovePendingAsync();
        Assert.NotNull((await center.Recordings.GetDeletionAsync(Center.Ada, Recorded.Id)).PayloadRemovedAt);
        Assert.Single(await center.BlobNamesAsync());
        Assert.Equal(Recorded.Bytes(10), await Recorded.ReadAsync(center, "rec-2"));
        await RecordingServiceTests.RefusedAsync(IssueCodes.RecordingErased, () => Recorded.StoreAsync(center, Recorded.Bytes(10), "rec-9"));
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task In_a_restored_store_no_recording_is_shredded_and_what_was_deleted_is_deleted_again(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store, new Outside(Witness: new InMemoryKeepingWitness()), "call-1", "call-2");
        await Recorded.StoreAsync(center, Recorded.Bytes(10));
        await Recorded.StoreAsync(center, Recorded.Bytes(10), "rec-2", "call-2");
        await Recorded.StoreAsync(center, Recorded.Bytes(10), "rec-3");
        List<CreateDocument> copy = await center.BackUpAsync();
        await Recorded.StoreAsync(center, Recorded.Bytes(10), "rec-4");
        await center.Recordings.DeleteAsync(Center.Ada, Recorded.Id);
        await center.Recordings.DeleteAsync(Center.Ada, new("rec-2"));
        await center.Recordings.DeleteAsync(Center.Ada, new("rec-4"));
        await center.RestoreAsync(copy);
        await HoldAsync(center, "call-2");

        await Assert.ThrowsAsync<RestoreDetectedException>(() => center.Recordings.DeleteAsync(Center.Ada, new("rec-3")));
        await Assert.ThrowsAsync<RestoreDetectedException>(() => center.Recordings.ReencryptAsync(Center.Ada, new("rec-3")));
        await Assert.ThrowsAsync<RestoreDetectedException>(() => center.Recordings.ImportAsync(Center.Bot, CiphertextSource.Of(new byte[100]), ExportSecret.Passphrase("x"), Recorded.Of("rec-4")));
        Assert.Equal(Recorded.Bytes(10), await Recorded.ReadAsync(center, "rec-3"));

        RestoreReport report = await center.Restores.ReconcileAfterRestoreAsync(Center.Ada, new("reconcile"));

        Assert.Equal((["rec-1", "rec-2", "rec-4"], ["rec-2"]), (report.RecordingDeletions.Select(id => id.Value).Order(StringComparer.Ordinal).ToArray(), report.RecordingsHeld.Select(id => id.Value).ToArray()), new Pairs());
        Assert.NotNull(await center.Recordings.GetDeletionAsync(Center.Ada, Recorded.Id));
        await RecordingServiceTests.RefusedAsync(IssueCodes.RecordingDeleted, () => Recorded.StoreAsync(center, Recorded.Bytes(10), "rec-4"));

        // What is held and was deleted before has no payload any more: it is listed as lost, and nobody removes what is left.
        RecordingOrphans orphans = await center.Recordings.OrphansAsync(Center.Ada);
        Assert.Equal([new RecordingId("rec-2")], [.. orphans.WithoutPayload]);
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Fact]
    public async Task What_has_lost_its_other_half_is_listed_and_left_alone()
    {
        await using Center center = await Recorded.ReportedAsync(calls: ["call-1", "call-2"]);
        await Recorded.StoreAsync(center, Recorded.Bytes(10));
        await Recorded.StoreAsync(center, Recorded.Bytes(10), "rec-2");
        await Recorded.StoreAsync(center, Recorded.Bytes(10), "rec-3");
        StoredRecording lost = (await StoredRecording.FindAsync(center.Documents, Center.Tenant, new("rec-2"), CancellationToken.None))!;
        await center.Blobs.DeleteAsync(Center.Tenant, lost.Blob!, CancellationToken.None);
        Document envelope = await RecordingServiceTests.EnvelopeAsync(center, "rec-3");
        await RecordingServiceTests.CommitAsync(center, batch => batch.Delete(envelope.Key, envelope.Version));
        await using (var staged = await center.Blobs.StageAsync(Center.Tenant, new("loose"), CancellationToken.None))
        {
            await staged.CommitAsync(CancellationToken.None);
        }

        RecordingOrphans orphans = await center.Recordings.OrphansAsync(Center.Ada);

        Assert.Equal("loose", Assert.Single(orphans.Blobs).Name.Value);
        Assert.Equal([new RecordingId("rec-2")], [.. orphans.WithoutPayload]);
        Assert.Equal([new RecordingId("rec-3")], [.. orphans.WithoutEnvelope]);
        Assert.Empty(orphans.WithoutInteraction);
        Assert.Equal(RecordingProblem.PayloadMissing, (await center.Recordings.VerifyAsync(Center.Ada, new("rec-2"))).Problem);
        Assert.Equal(RecordingProblem.Tampered, (await center.Recordings.VerifyAsync(Center.Ada, new("rec-3"))).Problem);
        Assert.Equal(3, (await center.BlobNamesAsync()).Count);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Every_recording_is_verified_in_time_by_turns_and_what_is_wrong_is_in_the_log(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store);
        for (int number = 1; number <= 5; number++)
        {
            await Recorded.StoreAsync(center, Recorded.Bytes(10), $"rec-{number}");
        }

        StoredRecording lost = (await StoredRecording.FindAsync(center.Documents, Center.Tenant, new("rec-2"), CancellationToken.None))!;
        await center.Blobs.DeleteAsync(Center.Tenant, lost.Blob!, CancellationToken.None);
        center.RecordingOptions.ItemsPerTurn = 2;
        var job = new RecordingScrubbing(center.Recorded, center.Maintenance, center.Lines);

        Assert.False(await job.RunOnceAsync(CancellationToken.None));
        center.Time.Advance(TimeSpan.FromDays(91));
        Assert.True(await job.RunOnceAsync(CancellationToken.None));
        Assert.True(await job.RunOnceAsync(CancellationToken.None));
        Assert.False(await job.RunOnceAsync(CancellationToken.None));

        Assert.Equal([1701], center.Lines.All.Select(line => line.Id));
        Assert.Contains("recording `rec-2` of `acme` is not what was stored: PayloadMissing", center.Lines.All[0].Text, StringComparison.Ordinal);
        Assert.Equal(center.Time.GetUtcNow(), (await center.Recordings.GetAsync(Center.Ada, new("rec-5"))).VerifiedAt);
        Assert.Equal((0, false), ((await center.Recordings.ScrubAsync(Center.Ada, TimeSpan.FromDays(1))).Verified, false));
        center.RecordingOptions.VerifyWithin = null;
        center.Time.Advance(TimeSpan.FromDays(910));
        Assert.False(await job.RunOnceAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_damaged_description_is_told_of_in_every_turn_and_keeps_no_other_recording_from_being_verified()
    {
        await using Center center = await Recorded.ReportedAsync();
        center.RecordingOptions.ItemsPerTurn = 1;
        await Recorded.StoreAsync(center, Recorded.Bytes(10));
        center.Time.Advance(TimeSpan.FromSeconds(1));
        await Recorded.StoreAsync(center, Recorded.Bytes(10), "rec-2");
        StoredRecording one = (await StoredRecording.FindAsync(center.Documents, Center.Tenant, Recorded.Id, CancellationToken.None))!;
        await RecordingServiceTests.CommitAsync(center, batch => batch.Replace(one.Document!.Key, one.Document.Version, "{}"u8.ToArray(), RecordingIndexes.Of(one)));
        center.Time.Advance(TimeSpan.FromDays(91));
        var job = new RecordingScrubbing(center.Recorded, center.Maintenance, center.Lines);

        Assert.False(await job.RunOnceAsync(CancellationToken.None));
        Assert.False(await job.RunOnceAsync(CancellationToken.None));

        Assert.Equal(center.Time.GetUtcNow(), (await center.Recordings.GetAsync(Center.Ada, new("rec-2"))).VerifiedAt);
        Assert.Equal([1701, 1701], center.Lines.All.Select(line => line.Id));
        Assert.Equal(RecordingProblem.Tampered, (await center.Recordings.VerifyAsync(Center.Ada, Recorded.Id)).Problem);
        Assert.Equal(
            ["recordings recording.damaged problem=Tampered", "ada recording.damaged problem=Tampered"],
            (await Recorded.AuditAsync(center)).Where(line => line.Contains("damaged", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_store_that_comes_too_late_loses_to_whoever_gave_it_up(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store);
        var pause = new TaskCompletionSource();
        var reached = new TaskCompletionSource();
        using var slow = new Slow(Recorded.Bytes(10), reached, pause.Task);
        Task<RecordingReceipt> late = center.Recordings.StoreAsync(Center.Bot, slow, Recorded.Of());
        await reached.Task;
        center.Time.Advance(TimeSpan.FromHours(24));
        await Sealed.ClockIsRightAsync(center);
        await center.RemovePendingAsync();

        pause.SetResult();

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => late);
        Assert.Single(await center.BlobNamesAsync());
        center.Time.Advance(TimeSpan.FromHours(24));
        await Sealed.ClockIsRightAsync(center);
        await center.RemovePendingAsync();
        Assert.Empty(await center.BlobNamesAsync());
        Assert.Empty((await center.Recordings.OrphansAsync(Center.Ada)).Blobs);
        await Recorded.StoreAsync(center, Recorded.Bytes(10));
        Assert.Equal(Recorded.Bytes(10), await Recorded.ReadAsync(center));
    }

    internal static Task HoldAsync(Center center, string call = "call-1", AttributePredicate? predicate = null) => center.Holds.PlaceAsync(Center.Ada, new()
    {
        Id = new("h-1"),
        Reason = "case",
        Owner = new("legal"),
        PlacedAt = DateTimeOffset.UnixEpoch,
        Interactions = predicate is null ? [new(call)] : [],
        Query = predicate,
    });

    private static async Task<bool> IsDeletedAsync(Center center) =>
        (await StoredRecording.FindAsync(center.Documents, Center.Tenant, Recorded.Id, CancellationToken.None))!.Deletion is not null;

    private sealed class Pairs : IEqualityComparer<(string[], string[])>
    {
        public bool Equals((string[], string[]) x, (string[], string[]) y) => x.Item1.SequenceEqual(y.Item1) && x.Item2.SequenceEqual(y.Item2);

        public int GetHashCode((string[], string[]) obj) => obj.Item1.Length;
    }
}
