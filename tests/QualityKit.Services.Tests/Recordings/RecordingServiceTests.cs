using System.Security.Cryptography;
using QualityKit.Access;
using QualityKit.Encryption;
using QualityKit.Interactions;
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

public sealed class RecordingServiceTests : IClassFixture<Databases>
{
    private const int Chunk = PayloadFormat.ChunkBytes;

    public static TheoryData<string> Stores => StoreNames.All;

    public static TheoryData<int> Sizes => [0, 1, Chunk - 1, Chunk, Chunk + 1, (2 * Chunk) - 1, 2 * Chunk, (2 * Chunk) + 1, 16 * Chunk, (16 * Chunk) + 1, (33 * Chunk) - 1];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_stored_is_read_back_and_its_description_too(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store);
        byte[] bytes = Recorded.Bytes(100_000);

        RecordingReceipt receipt = await Recorded.StoreAsync(center, bytes, command: "store");

        Assert.Equal(bytes, await Recorded.ReadAsync(center));
        Assert.Equal((Recorded.Id, new InteractionId("call-1"), 100_000L), (receipt.Recording, receipt.Interaction, receipt.Length));
        RecordingDetails details = await center.Recordings.GetAsync(Center.Sue, Recorded.Id);
        Assert.Equal("Audio rec-1 of call-1", details.ToString());
        Assert.Equal((Recorded.Of().Offset, Recorded.Of().Duration, "audio/wav"), (details.Metadata.Offset, details.Metadata.Duration, details.Metadata.ContentType));
        Assert.Equal([.. Recorded.Of().Bookmarks], [.. details.Metadata.Bookmarks]);
        Assert.Equal([.. Recorded.Of().Gaps], [.. details.Metadata.Gaps]);
        Assert.Equal([AttributeValue.Of("gold")], [.. details.Metadata.Attributes["tier"]]);
        Assert.Equal((100_000L, center.Time.GetUtcNow(), Center.Bot.Id), (details.Length, details.StoredAt, details.StoredBy));
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Every_length_comes_back_and_is_verified(int length)
    {
        await using Center center = await Recorded.ReportedAsync();
        byte[] bytes = Recorded.Bytes(length);

        RecordingReceipt receipt = await Recorded.StoreAsync(center, bytes);

        Assert.Equal(bytes, await Recorded.ReadAsync(center));
        RecordingCheck check = await center.Recordings.VerifyAsync(Center.Ada, Recorded.Id);
        Assert.Equal((RecordingProblem.None, receipt.Tree), (check.Problem, check.Tree));
        Assert.Equal(TreeOf(await PayloadAsync(center)), receipt.Tree);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_first_bytes_are_read_without_the_rest_and_any_place_can_be_sought(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store);
        byte[] bytes = Recorded.Bytes(3_000_000);
        await Recorded.StoreAsync(center, bytes);
        var faults = new FaultSchedule();
        Center caller = center.With(faults);

        await using RecordingPlayback playback = await caller.Recordings.OpenAsync(Center.Sue, Recorded.Id, Recorded.Session);
        byte[] second = new byte[8000];
        await playback.Content.ReadExactlyAsync(second);
        Assert.Equal(bytes[..8000], second);
        playback.Content.Seek(-500, SeekOrigin.End);
        await playback.Content.ReadExactlyAsync(second.AsMemory(0, 500));
        Assert.Equal(bytes[^500..], second[..500]);
        Assert.Equal(3, faults.Log.Count(call => call.Contains("OpenAsync", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_same_command_again_stores_nothing_and_gets_the_same_receipt(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store);
        RecordingReceipt first = await Recorded.StoreAsync(center, Recorded.Bytes(10), command: "store");
        List<string> before = await center.ContentAsync();

        RecordingReceipt again = await Recorded.StoreAsync(center, Recorded.Bytes(20), command: "store");

        Assert.Equal(first, again);
        Assert.Equal(before, await center.ContentAsync());
        Assert.Single(await center.BlobNamesAsync());
        await RefusedAsync(IssueCodes.RecordingExists, () => Recorded.StoreAsync(center, Recorded.Bytes(10)));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(11)]
    [InlineData(0)]
    [InlineData(40_000)]
    public async Task What_is_not_as_long_as_was_declared_is_refused_and_leaves_no_blob(int declared)
    {
        await using Center center = await Recorded.ReportedAsync();

        await RefusedAsync(IssueCodes.RecordingLengthDiffers, () => center.Recordings.StoreAsync(Center.Bot, new MemoryStream(Recorded.Bytes(10)), Recorded.Of(), declared));

        Assert.Empty(await center.BlobNamesAsync());
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Recordings.GetAsync(Center.Ada, Recorded.Id));
        await Recorded.StoreAsync(center, Recorded.Bytes(10));
    }

    // Of 100,000 bytes 99,832 are plaintext: a header of 56, six whole chunks and one of 1,528 with their tags.
    [Theory]
    [InlineData(99_832, null, true)]
    [InlineData(99_832, 99_832, true)]
    [InlineData(99_833, null, false)]
    [InlineData(99_833, 99_833, false)]
    [InlineData(700_000, 700_000, false)]
    public async Task What_a_store_has_no_room_for_is_refused_and_leaves_no_blob(int length, int? declared, bool fits)
    {
        await using Center center = await Recorded.ReportedAsync();
        var recordings = new RecordingService(center.Recorded with { Blobs = new SmallBlobs(center.Blobs, 100_000) }, center.Transcripts);
        byte[] bytes = Recorded.Bytes(length);
        Task<RecordingReceipt> StoreAsync() => recordings.StoreAsync(Center.Bot, new MemoryStream(bytes), Recorded.Of(), declared);

        if (fits)
        {
            Assert.Equal(length, (await StoreAsync()).Length);
            Assert.Equal(bytes, await Recorded.ReadAsync(center));
            return;
        }

        await RefusedAsync(IssueCodes.RecordingTooLarge, StoreAsync);
        Assert.Empty(await center.BlobNamesAsync());
    }

    [Fact]
    public async Task A_recording_is_of_an_interaction_that_is_there()
    {
        await using Center center = await Recorded.ReportedAsync(calls: ["call-1", "call-2", "call-3"]);
        await center.Retention.DeleteAsync(Center.Ada, new("call-2"));
        await center.Subjects.EraseAsync(Center.Ada, Customer);

        await Assert.ThrowsAsync<EntityNotFoundException>(() => Recorded.StoreAsync(center, Recorded.Bytes(10), call: "call-9"));
        await RefusedAsync(IssueCodes.InteractionDeleted, () => Recorded.StoreAsync(center, Recorded.Bytes(10), call: "call-2"));
        await RefusedAsync(IssueCodes.RecordingErased, () => Recorded.StoreAsync(center, Recorded.Bytes(10), call: "call-3"));
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_description_is_said_at_once()
    {
        await using Center center = await Recorded.ReportedAsync();
        var wrong = new RecordingMetadata
        {
            Id = new("a\nb"),
            Interaction = new(""),
            Media = (MediaKind)9,
            ContentType = "",
            Offset = TimeSpan.FromSeconds(-1),
            Bookmarks = [new() { At = TimeSpan.FromSeconds(-1), Name = "" }],
            Gaps = [new() { From = TimeSpan.FromSeconds(2), Until = TimeSpan.FromSeconds(1), Reason = GapReason.Loss }],
            Attributes = AttributeSet.Empty.With("phone", AttributeValue.Of("1")).With("unknown", AttributeValue.Of("1")),
        };

        ValidationFailedException refused = await Assert.ThrowsAsync<ValidationFailedException>(() => center.Recordings.StoreAsync(Center.Bot, Stream.Null, wrong));

        Assert.Equal(
            ["/attributes/phone", "/attributes/unknown", "/bookmarks/0/at", "/bookmarks/0/name", "/contentType", "/gaps/0/until", "/id", "/interaction", "/media", "/offset"],
            refused.Issues.Select(issue => issue.Pointer).Order(StringComparer.Ordinal));
        Assert.Empty(await center.BlobNamesAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_plays_what_is_in_the_audit_once_a_session_and_what_they_were_given_when_they_close(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store);
        await Recorded.StoreAsync(center, Recorded.Bytes(50_000));

        for (int time = 0; time < 2; time++)
        {
            await using RecordingPlayback playback = await center.Recordings.OpenAsync(Center.Sue, Recorded.Id, Recorded.Session);
            byte[] some = new byte[100];
            playback.Content.Position = 20_000;
            await playback.Content.ReadExactlyAsync(some);
            playback.Content.Position = 20;
            await playback.Content.ReadExactlyAsync(some);
            await playback.DisposeAsync();
        }

        await Recorded.ReadAsync(center, session: "s-2");
        string chain = $"rec-1/{center.Time.GetUtcNow():yyyy-MM-dd}";
        Assert.Equal(
            [
                "sue recording.played session=s-1 interaction=call-1",
                "sue recording.playbackEnded session=s-1 bytes=200 ranges=20-119 20000-20099 problem=-",
                "sue recording.playbackEnded session=s-1 bytes=200 ranges=20-119 20000-20099 problem=-",
                "sue recording.played session=s-2 interaction=call-1",
                "sue recording.playbackEnded session=s-2 bytes=50000 ranges=0-49999 problem=-",
            ],
            await Recorded.AuditAsync(center, "playback", chain));
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_room_that_opens_one_recording_at_once_is_let_in_to_the_last(string store)
    {
        const int People = 60;
        await using Center center = await Recorded.ReportedAsync(store);
        await Recorded.StoreAsync(center, Recorded.Bytes(1000));

        await Task.WhenAll(Enumerable.Range(0, People).Select(person => Task.Run(() => Recorded.ReadAsync(center, session: $"s-{person}"))));

        List<string> audit = await Recorded.AuditAsync(center, "playback", $"rec-1/{center.Time.GetUtcNow():yyyy-MM-dd}");
        Assert.Equal(People, audit.Count(line => line.Contains("recording.played", StringComparison.Ordinal)));
        Assert.Equal(People, audit.Count(line => line.Contains("recording.playbackEnded", StringComparison.Ordinal)));
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Without_an_audit_entry_nobody_gets_a_byte(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store);
        await Recorded.StoreAsync(center, Recorded.Bytes(50_000));
        var faults = new FaultSchedule(Fault.Before(1).On("CommitAsync").Lasting());
        Center caller = center.With(faults);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => caller.Recordings.OpenAsync(Center.Sue, Recorded.Id, Recorded.Session));

        // Of the payload the header was read, which holds no plaintext.
        Assert.Single(faults.Log, call => call.EndsWith(" OpenAsync", StringComparison.Ordinal));
        Assert.Empty(await Recorded.AuditAsync(center, "playback", $"rec-1/{center.Time.GetUtcNow():yyyy-MM-dd}"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Recordings_are_played_by_whoever_may_play_those_of_the_interaction(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store);
        await Recorded.StoreAsync(center, Recorded.Bytes(10));

        foreach (People.Actor actor in new[] { Center.Sam, Center.Anna, Center.Paul, Center.Dora })
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => center.Recordings.OpenAsync(actor, Recorded.Id, Recorded.Session));
        }

        foreach (People.Actor actor in new[] { Center.Sue, Center.Mona, Center.Rita, Center.Xenia })
        {
            await (await center.Recordings.OpenAsync(actor, Recorded.Id, Recorded.Session)).DisposeAsync();
        }

        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Recordings.OpenAsync(Center.Ada with { Tenant = new("other") }, Recorded.Id, Recorded.Session));
    }

    [Fact]
    public async Task Whoever_is_refused_too_often_is_refused_everything_for_an_hour()
    {
        await using Center center = await Recorded.ReportedAsync(calls: ["call-1", "call-2"]);
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call("call-3", "bo"));
        await Recorded.StoreAsync(center, Recorded.Bytes(10));
        await Recorded.StoreAsync(center, Recorded.Bytes(10), "rec-3", "call-3");
        center.RecordingOptions.MostRefusals = 3;

        for (int time = 0; time < 3; time++)
        {
            AccessDeniedException denied = await Assert.ThrowsAsync<AccessDeniedException>(() => center.Recordings.OpenAsync(Center.Sam, Recorded.Id, Recorded.Session));
            Assert.Equal(AccessCodes.DeniedReach, denied.Decision.Code);
        }

        AccessDeniedException all = await Assert.ThrowsAsync<AccessDeniedException>(() => center.Recordings.OpenAsync(Center.Sam, new("rec-3"), Recorded.Session));
        Assert.Equal(AccessCodes.DeniedRefusals, all.Decision.Code);
        Assert.Equal(3, (await Recorded.AuditAsync(center, "playback-refusals", "sam")).Count);
        await (await center.Recordings.OpenAsync(Center.Sue, Recorded.Id, Recorded.Session)).DisposeAsync();

        center.Time.Advance(TimeSpan.FromHours(1));
        await (await center.Recordings.OpenAsync(Center.Sam, new("rec-3"), Recorded.Session)).DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Recordings_of_an_interaction_are_listed_along_its_time_line_and_found_by_what_is_known_of_them(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store, calls: ["call-1", "call-2"]);
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call("call-3", "bo"));
        await StoreAsync(center, Recorded.Of("rec-1") with { Offset = TimeSpan.FromSeconds(9) });
        center.Time.Advance(TimeSpan.FromHours(1));
        DateTimeOffset later = center.Time.GetUtcNow();
        await StoreAsync(center, Recorded.Of("rec-2") with { Offset = TimeSpan.Zero, Media = MediaKind.Screen });
        await StoreAsync(center, Recorded.Of("rec-3", "call-2") with { Media = MediaKind.Chat, Attributes = AttributeSet.Empty.With("tier", AttributeValue.Of("silver")) });
        await StoreAsync(center, Recorded.Of("rec-4", "call-3"));

        Assert.Equal(["rec-2", "rec-1"], (await center.Recordings.ListAsync(Center.Sue, new("call-1"))).Select(one => one.Metadata.Id.Value));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Recordings.ListAsync(Center.Sam, new("call-1")));
        Assert.Equal(["rec-1", "rec-2", "rec-3", "rec-4"], await FoundAsync(center, Center.Mona, new()));
        Assert.Equal(["rec-1", "rec-2", "rec-3"], await FoundAsync(center, Center.Sue, new()));
        Assert.Equal(["rec-4"], await FoundAsync(center, Center.Sam, new()));
        Assert.Equal(["rec-2", "rec-3", "rec-4"], await FoundAsync(center, Center.Mona, new() { From = later }));
        Assert.Equal(["rec-1"], await FoundAsync(center, Center.Mona, new() { To = later }));
        Assert.Equal(["rec-2"], await FoundAsync(center, Center.Mona, new() { Media = MediaKind.Screen }));
        Assert.Equal(["rec-3"], await FoundAsync(center, Center.Mona, new() { Attribute = "tier", Value = AttributeValue.Of("silver") }));
        Assert.Equal(["rec-2", "rec-4"], await FoundAsync(center, Center.Mona, new() { Attribute = "tier", Value = AttributeValue.Of("gold"), From = later }));
        await Assert.ThrowsAsync<ValidationFailedException>(() => center.Recordings.SearchAsync(Center.Mona, new() { Attribute = "shoe", Value = AttributeValue.Of("x") }));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_payload_or_envelope_that_was_moved_opens_nothing(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store);
        await Recorded.StoreAsync(center, Recorded.Bytes(50_000), "rec-1");
        await Recorded.StoreAsync(center, Recorded.Bytes(50_000, 7), "rec-2");
        StoredRecording one = (await StoredRecording.FindAsync(center.Documents, Center.Tenant, new("rec-1"), CancellationToken.None))!;
        StoredRecording other = (await StoredRecording.FindAsync(center.Documents, Center.Tenant, new("rec-2"), CancellationToken.None))!;
        Document envelope = await EnvelopeAsync(center, "rec-1");
        Document foreign = await EnvelopeAsync(center, "rec-2");

        // The payload of another recording.
        await CommitAsync(center, batch => (one with { Blob = other.Blob }).StoreIn(batch));
        await TamperedAsync(center, TamperReason.Header);

        // And its envelope with it.
        await CommitAsync(center, batch => batch.Replace(envelope.Key, envelope.Version, foreign.Body, new IndexEntry(EnvelopeDocument.ByKey, IndexValue.Of("x"))));
        await TamperedAsync(center, TamperReason.Context);
        Assert.Equal(RecordingProblem.Tampered, (await center.Recordings.VerifyAsync(Center.Ada, Recorded.Id)).Problem);
        Assert.Contains("ada recording.damaged problem=Tampered", await Recorded.AuditAsync(center));
    }

    [Fact]
    public async Task A_description_that_points_to_another_interaction_opens_nothing_and_deletes_nothing()
    {
        await using Center center = await Recorded.ReportedAsync(calls: ["call-1", "call-2"]);
        await Recorded.StoreAsync(center, Recorded.Bytes(10));
        StoredRecording one = (await StoredRecording.FindAsync(center.Documents, Center.Tenant, Recorded.Id, CancellationToken.None))!;
        await CommitAsync(center, batch => (one with { Metadata = one.Metadata with { Interaction = new("call-2") } }).StoreIn(batch));

        await TamperedAsync(center, TamperReason.Record);
        await center.Retention.DeleteAsync(Center.Ada, new("call-2"));

        Assert.Single(await center.BlobNamesAsync());
        Assert.Equal([Recorded.Id], [.. (await center.Recordings.OrphansAsync(Center.Ada)).WithoutInteraction]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(PayloadFormat.SealedChunkBytes)]
    [InlineData(49_000)]
    public async Task A_payload_that_was_cut_is_refused_before_anything_is_read(int cut)
    {
        await using Center center = await Recorded.ReportedAsync();
        await Recorded.StoreAsync(center, Recorded.Bytes(50_000));
        await ExchangeAsync(center, payload => payload[..^cut]);

        await TamperedAsync(center, TamperReason.Length);
    }

    [Fact]
    public async Task A_byte_that_was_flipped_is_found_where_it_is_and_the_reason_is_in_the_audit_alone()
    {
        await using Center center = await Recorded.ReportedAsync();
        await Recorded.StoreAsync(center, Recorded.Bytes(50_000));
        await ExchangeAsync(center, payload => [.. payload[..40_000], (byte)(payload[40_000] ^ 1), .. payload[40_001..]]);

        await using (RecordingPlayback playback = await center.Recordings.OpenAsync(Center.Sue, Recorded.Id, Recorded.Session))
        {
            byte[] start = new byte[Chunk];
            await playback.Content.ReadExactlyAsync(start);
            Assert.Equal(Recorded.Bytes(50_000)[..Chunk], start);
            playback.Content.Position = 40_000;
            RecordingTamperedException first = await Assert.ThrowsAsync<RecordingTamperedException>(async () => await playback.Content.ReadExactlyAsync(start));
            Assert.Equal("the recording cannot be opened", first.Message);
            playback.Content.Position = 0;
            await Assert.ThrowsAsync<RecordingTamperedException>(async () => await playback.Content.ReadExactlyAsync(start));
        }

        Assert.Contains("problem=Chunk", (await Recorded.AuditAsync(center, "playback", $"rec-1/{center.Time.GetUtcNow():yyyy-MM-dd}"))[^1], StringComparison.Ordinal);
        Assert.Equal(RecordingProblem.Tampered, (await center.Recordings.VerifyAsync(Center.Ada, Recorded.Id)).Problem);
    }

    [Fact]
    public async Task A_connection_that_is_cut_inside_a_chunk_is_never_called_tampering_and_never_an_end()
    {
        await using Center center = await Recorded.ReportedAsync();
        await Recorded.StoreAsync(center, Recorded.Bytes(50_000));

        for (int passes = 0; passes < PayloadFormat.CiphertextLength(50_000); passes += 1777)
        {
            Center caller = center.With(new FaultSchedule(Fault.CutAfter(2, passes).On("OpenAsync")));
            await using RecordingPlayback playback = await caller.Recordings.OpenAsync(Center.Sue, Recorded.Id, Recorded.Session);
            using var got = new MemoryStream();

            // The second range begins at the first chunk; a cut beyond its end is none.
            if (passes < 2 * PayloadFormat.SealedChunkBytes)
            {
                await Assert.ThrowsAsync<StorageUnavailableException>(() => playback.Content.CopyToAsync(got));
                await Assert.ThrowsAsync<StorageUnavailableException>(() => playback.Content.CopyToAsync(got));
                Assert.Equal(Recorded.Bytes(50_000)[..(int)got.Length], got.ToArray());
            }
        }
    }

    [Fact]
    public async Task Verify_names_a_recording_that_somebody_with_the_key_made_anew()
    {
        await using Center center = await Recorded.ReportedAsync();
        await Recorded.StoreAsync(center, Recorded.Bytes(50_000));
        StoredRecording stored = (await StoredRecording.FindAsync(center.Documents, Center.Tenant, Recorded.Id, CancellationToken.None))!;
        var payloads = new RecordingPayloads(center.Recorded);
        using RecordingUpload forged = await payloads.WriteAsync(
            stored.ContextIn(Center.Tenant), (writer, token) => writer.WriteAsync(Recorded.Bytes(50_000, 9), token), CancellationToken.None);
        (Envelope envelope, _) = await payloads.WrapAsync(forged, CancellationToken.None);
        Document before = await EnvelopeAsync(center, "rec-1");
        await CommitAsync(center, batch => EnvelopeDocument.ReplaceIn((stored with { Blob = forged.Pending.Blob }).StoreIn(batch), before, envelope));

        Assert.Equal(Recorded.Bytes(50_000, 9), await Recorded.ReadAsync(center));
        Assert.Equal(RecordingProblem.NotAsStored, (await center.Recordings.VerifyAsync(Center.Ada, Recorded.Id)).Problem);
    }

    [Fact]
    public async Task Without_a_tree_a_recording_is_verified_by_its_chunks()
    {
        await using Center center = await Recorded.ReportedAsync();
        center.RecordingOptions.TakesTree = false;

        RecordingReceipt receipt = await Recorded.StoreAsync(center, Recorded.Bytes(50_000));

        Assert.Null(receipt.Tree);
        Assert.True((await center.Recordings.VerifyAsync(Center.Ada, Recorded.Id)).IsIntact);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task No_envelope_is_in_the_audit_the_events_or_anything_but_its_own_document(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store);
        RecordingReceipt receipt = await Recorded.StoreAsync(center, Recorded.Bytes(50_000));
        Document envelope = await EnvelopeAsync(center, "rec-1");
        byte[] wrap = Envelope.Parse(envelope.Body.Span).Wraps[0].Key.Ciphertext.ToArray();
        Assert.Equal(Recorded.Sha256(envelope.Body.ToArray()), receipt.EnvelopeDigest);

        RecordingDeletion deletion = await center.Recordings.DeleteAsync(Center.Ada, Recorded.Id);

        Assert.Equal(receipt.EnvelopeDigest, deletion.EnvelopeDigest);
        await foreach (CreateDocument document in center.Maintenance.ExportAsync(Center.Tenant, CancellationToken.None))
        {
            Assert.True(document.Body.Span.IndexOf(wrap) < 0, document.Key.ToString());
            string text = System.Text.Encoding.UTF8.GetString(document.Body.Span);
            Assert.DoesNotContain(Convert.ToHexStringLower(wrap), text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToBase64String(wrap), text, StringComparison.Ordinal);
        }
    }

    internal static readonly Privacy.DataSubject Customer = new Privacy.DataSubject.Customer { Attribute = "phone", Value = AttributeValue.Of("+45 12 34 56 78") };

    internal static async Task RefusedAsync(string code, Func<Task> attempt)
    {
        ValidationFailedException refused = await Assert.ThrowsAsync<ValidationFailedException>(attempt);
        Assert.Equal(code, Assert.Single(refused.Issues).Code);
    }

    internal static async Task<Document> EnvelopeAsync(Center center, string id) =>
        (await center.Documents.ReadAsync(Center.Tenant, EnvelopeDocument.KeyOf(new(id)), CancellationToken.None))!;

    internal static async Task CommitAsync(Center center, Func<DocumentBatch, DocumentBatch> fill) =>
        Assert.True((await center.Documents.CommitAsync(fill(DocumentBatch.For(Center.Tenant, CommandId.New())), CancellationToken.None)).IsCommitted);

    private static Task<RecordingReceipt> StoreAsync(Center center, RecordingMetadata metadata) => center.Recordings.StoreAsync(Center.Bot, new MemoryStream(Recorded.Bytes(10)), metadata);

    private static async Task<List<string>> FoundAsync(Center center, People.Actor actor, RecordingQuery query)
    {
        var found = new List<string>();
        string? next = null;
        do
        {
            RecordingPage page = await center.Recordings.SearchAsync(actor, query, next, 2);
            found.AddRange(page.Recordings.Select(one => one.Metadata.Id.Value));
            next = page.Next;
        }
        while (next is not null);
        return [.. found.Order(StringComparer.Ordinal)];
    }

    private static async Task TamperedAsync(Center center, TamperReason reason)
    {
        RecordingTamperedException refused = await Assert.ThrowsAsync<RecordingTamperedException>(() => center.Recordings.OpenAsync(Center.Sue, Recorded.Id, Recorded.Session));
        Assert.Equal("the recording cannot be opened", refused.Message);
        Assert.Equal($"sue recording.refused recording=rec-1 reason={reason}", (await Recorded.AuditAsync(center, "playback", $"rec-1/{center.Time.GetUtcNow():yyyy-MM-dd}"))[^1]);
    }

    private static async Task<byte[]> PayloadAsync(Center center)
    {
        StoredRecording stored = (await StoredRecording.FindAsync(center.Documents, Center.Tenant, Recorded.Id, CancellationToken.None))!;
        using var bytes = new MemoryStream();
        await using Stream blob = (await center.Blobs.OpenAsync(Center.Tenant, stored.Blob!, 0, null, CancellationToken.None))!;
        await blob.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    // Another blob in the place of the payload, as whoever writes the blob store can.
    private static async Task ExchangeAsync(Center center, Func<byte[], byte[]> change)
    {
        byte[] changed = change(await PayloadAsync(center));
        StoredRecording stored = (await StoredRecording.FindAsync(center.Documents, Center.Tenant, Recorded.Id, CancellationToken.None))!;
        await center.Blobs.DeleteAsync(Center.Tenant, stored.Blob!, CancellationToken.None);
        await using var staged = await center.Blobs.StageAsync(Center.Tenant, stored.Blob!, CancellationToken.None);
        await staged.WriteAsync(changed, CancellationToken.None);
        Assert.NotNull(await staged.CommitAsync(CancellationToken.None));
    }

    // RFC 6962 section 2.1, as it is written there.
    private static string TreeOf(byte[] payload)
    {
        var leaves = new List<byte[]> { payload[..PayloadFormat.HeaderBytes] };
        for (int start = PayloadFormat.HeaderBytes; start < payload.Length; start += PayloadFormat.SealedChunkBytes)
        {
            leaves.Add(payload[start..Math.Min(payload.Length, start + PayloadFormat.SealedChunkBytes)]);
        }

        static byte[] Root(List<byte[]> some)
        {
            if (some.Count == 1)
            {
                return SHA256.HashData([0, .. some[0]]);
            }

            int split = 1;
            while (split * 2 < some.Count)
            {
                split *= 2;
            }

            return SHA256.HashData([1, .. Root(some[..split]), .. Root(some[split..])]);
        }

        return Convert.ToHexStringLower(Root(leaves));
    }

    private sealed class SmallBlobs(IBlobStore store, long largest) : IBlobStore
    {
        public BlobCapabilities Capabilities => store.Capabilities with { LargestBlob = largest };

        public ValueTask<IStagedBlob> StageAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken) => store.StageAsync(tenant, name, cancellationToken);

        public ValueTask<BlobInfo?> FindAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken) => store.FindAsync(tenant, name, cancellationToken);

        public ValueTask<Stream?> OpenAsync(TenantId tenant, BlobName name, long offset, long? length, CancellationToken cancellationToken) => store.OpenAsync(tenant, name, offset, length, cancellationToken);

        public ValueTask<bool> DeleteAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken) => store.DeleteAsync(tenant, name, cancellationToken);

        public IAsyncEnumerable<BlobInfo> ListAsync(TenantId tenant, CancellationToken cancellationToken) => store.ListAsync(tenant, cancellationToken);
    }
}
