using QualityKit.Audio;
using QualityKit.Encryption;
using QualityKit.Interactions;
using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Privacy;
using QualityKit.Services.Tests.Services;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Testing.Faults;
using QualityKit.Transcripts;
using QualityKit.Validation;
using QualityKit.Vault;

namespace QualityKit.Services.Tests.Recordings;

/// <summary>Exports, imports, media that is kept elsewhere, redaction, other keys, and what is worked out of audio.</summary>
public sealed class RecordingMovingTests : IClassFixture<Databases>
{
    private const int MostCalls = 40;
    private const string Passphrase = "correct horse battery";

    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_export_opens_without_ring_and_store_and_is_imported_under_a_key_of_its_own(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store, calls: ["call-1", "call-2"]);
        byte[] bytes = Recorded.Bytes(50_000);
        RecordingReceipt original = await Recorded.StoreAsync(center, bytes);
        using var file = new MemoryStream();

        string digest = await center.Recordings.ExportAsync(Center.Ada, Recorded.Id, [ExportRecipient.Passphrase(Passphrase)], file);
        CiphertextSource export = CiphertextSource.Of(file.ToArray());
        await center.Recordings.DeleteAsync(Center.Ada, Recorded.Id);
        RecordingReceipt imported = await center.Recordings.ImportAsync(Center.Bot, export, ExportSecret.Passphrase(Passphrase), Recorded.Of("rec-2", "call-2"), new("import"));

        using OpenedExport opened = await RecordingExport.OpenAsync(export, ExportSecret.Passphrase(Passphrase), CancellationToken.None);
        Assert.Equal((digest, Recorded.Id), (opened.EnvelopeDigest, opened.Context.Recording));
        Assert.Equal(bytes, await Recorded.ReadAsync(center, "rec-2"));
        Assert.NotEqual(original.EnvelopeDigest, imported.EnvelopeDigest);
        Assert.Equal(digest, (await center.Recordings.GetAsync(Center.Ada, new("rec-2"))).Origin);
        Assert.Contains($"ada recording.exported envelope={digest} recipients=1", await Recorded.AuditAsync(center));
        Assert.Contains($"origin={digest}", Assert.Single(await Recorded.AuditAsync(center, id: "rec-2")), StringComparison.Ordinal);
        Assert.Equal(imported, await center.Recordings.ImportAsync(Center.Bot, export, ExportSecret.Passphrase(Passphrase), Recorded.Of("rec-2", "call-2"), new("import")));
        await RecordingServiceTests.RefusedAsync(IssueCodes.RecordingDeleted, () => center.Recordings.ImportAsync(Center.Bot, export, ExportSecret.Passphrase(Passphrase), Recorded.Of()));
        await Assert.ThrowsAsync<RecordingTamperedException>(() => center.Recordings.ImportAsync(Center.Bot, export, ExportSecret.Passphrase("another passphrase"), Recorded.Of("rec-3")));
        Assert.Single(await center.BlobNamesAsync());
    }

    [Fact]
    public async Task Without_an_audit_entry_nothing_is_exported()
    {
        await using Center center = await Recorded.ReportedAsync();
        await Recorded.StoreAsync(center, Recorded.Bytes(10));
        using var file = new MemoryStream();

        await Assert.ThrowsAsync<StorageUnavailableException>(() => center.With(new FaultSchedule(Fault.Before(1).On("CommitAsync"))).Recordings
            .ExportAsync(Center.Ada, Recorded.Id, [ExportRecipient.Passphrase(Passphrase)], file));

        Assert.Equal(0, file.Length);
        await Assert.ThrowsAsync<Access.AccessDeniedException>(() => center.Recordings.ExportAsync(Center.Sue, Recorded.Id, [ExportRecipient.Passphrase(Passphrase)], file));
        Assert.Equal(0, file.Length);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Media_that_stays_where_it_is_is_played_held_and_deleted_like_any_other(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store);
        byte[] bytes = Recorded.Bytes(200_000);
        center.Place.Media["old/1"] = bytes;

        RecordingReceipt receipt = await center.Recordings.RegisterAsync(Center.Bot, Recorded.Of(), new() { Place = "archive", Key = "old/1" }, new("register"));

        Assert.Equal((200_000L, null, null), (receipt.Length, receipt.EnvelopeDigest, receipt.Tree));
        Assert.Equal(bytes, await Recorded.ReadAsync(center));
        await using (RecordingPlayback playback = await center.Recordings.OpenAsync(Center.Sue, Recorded.Id, new("s-2")))
        {
            byte[] some = new byte[100];
            playback.Content.Position = 150_000;
            await playback.Content.ReadExactlyAsync(some);
            Assert.Equal(bytes[150_000..150_100], some);
        }

        Assert.Equal(4, (await Recorded.AuditAsync(center, "playback", $"rec-1/{center.Time.GetUtcNow():yyyy-MM-dd}")).Count);
        Assert.True((await center.Recordings.VerifyAsync(Center.Ada, Recorded.Id)).IsIntact);
        await RecordingKeepingTests.HoldAsync(center);
        await RecordingServiceTests.RefusedAsync(IssueCodes.RecordingHeld, () => center.Recordings.DeleteAsync(Center.Ada, Recorded.Id));
        await RecordingServiceTests.RefusedAsync(IssueCodes.RecordingHeld, () => center.Recordings.MoveAsync(Center.Bot, Recorded.Id));
        await center.Holds.ReleaseAsync(Center.Ada, new("h-1"));
        center.Place.IsThere = false;
        RecordingDeletion deletion = await center.Recordings.DeleteAsync(Center.Ada, Recorded.Id);
        Assert.Equal((null, null), (deletion.EnvelopeDigest, deletion.PayloadRemovedAt));
        Assert.Single(center.Place.Media);
        center.Place.IsThere = true;
        await center.RemovePendingAsync();
        Assert.Empty(center.Place.Media);
        Assert.NotNull((await center.Recordings.GetDeletionAsync(Center.Ada, Recorded.Id)).PayloadRemovedAt);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Media_moves_into_the_vault_when_it_is_what_was_registered(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store);
        byte[] bytes = Recorded.Bytes(200_000);
        center.Place.Media["old/1"] = bytes;
        center.Place.Media["old/2"] = bytes;
        await center.Recordings.RegisterAsync(Center.Bot, Recorded.Of(), new() { Place = "archive", Key = "old/1", Sha256 = Recorded.Sha256(bytes) });
        await center.Recordings.RegisterAsync(Center.Bot, Recorded.Of("rec-2"), new() { Place = "archive", Key = "old/2", Sha256 = Recorded.Sha256([1]) });

        RecordingDetails moved = await center.Recordings.MoveAsync(Center.Bot, Recorded.Id, new("move"));
        RecordingDetails again = await center.Recordings.MoveAsync(Center.Bot, Recorded.Id, new("move"));

        Assert.Equal((null, null), (moved.External, again.External));
        Assert.Equal(bytes, await Recorded.ReadAsync(center));
        Assert.True((await center.Recordings.VerifyAsync(Center.Ada, Recorded.Id)) is { IsIntact: true, Tree: not null });
        await RecordingServiceTests.RefusedAsync(IssueCodes.RecordingDigestDiffers, () => center.Recordings.MoveAsync(Center.Bot, new("rec-2")));
        await center.RemovePendingAsync();
        Assert.Equal(["old/2"], center.Place.Media.Keys);
        center.Place.Media["old/2"] = bytes[1..];
        await Assert.ThrowsAsync<RecordingTamperedException>(() => center.Recordings.OpenAsync(Center.Sue, new("rec-2"), Recorded.Session));
        Assert.Equal(RecordingProblem.Tampered, (await center.Recordings.VerifyAsync(Center.Ada, new("rec-2"))).Problem);
    }

    [Fact]
    public async Task Only_what_a_known_place_has_is_registered()
    {
        await using Center center = await Recorded.ReportedAsync();

        await RecordingServiceTests.RefusedAsync(IssueCodes.RecordingPlaceUnknown, () => center.Recordings.RegisterAsync(Center.Bot, Recorded.Of(), new() { Place = "attic", Key = "1" }));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Recordings.RegisterAsync(Center.Bot, Recorded.Of(), new() { Place = "archive", Key = "1" }));
        await RecordingServiceTests.RefusedAsync(IssueCodes.RecordingTextInvalid, () => center.Recordings.RegisterAsync(Center.Bot, Recorded.Of(), new() { Place = "archive", Key = "" }));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_kept_elsewhere_is_one_recordings_until_the_place_has_deleted_it(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store, calls: ["call-1", "call-2"]);
        byte[] bytes = Recorded.Bytes(1000);
        center.Place.Media["old/1"] = bytes;
        var place = new ExternalPlace { Place = "archive", Key = "old/1" };
        Task<RecordingReceipt> SecondAsync() => center.Recordings.RegisterAsync(Center.Bot, Recorded.Of("rec-2", "call-2"), place with { Sha256 = Recorded.Sha256(bytes) });
        RecordingReceipt first = await center.Recordings.RegisterAsync(Center.Bot, Recorded.Of(), place, new("register"));
        Assert.Equal(first, await center.Recordings.RegisterAsync(Center.Bot, Recorded.Of(), place, new("register")));

        ValidationFailedException refused = await Assert.ThrowsAsync<ValidationFailedException>(SecondAsync);
        Assert.Contains("`rec-1`", Assert.Single(refused.Issues).Message, StringComparison.Ordinal);
        await center.Recordings.MoveAsync(Center.Bot, Recorded.Id);
        await RecordingServiceTests.RefusedAsync(IssueCodes.RecordingMediaTaken, SecondAsync);
        center.Place.IsThere = false;
        await center.Recordings.DeleteAsync(Center.Ada, Recorded.Id);
        center.Place.IsThere = true;
        await RecordingServiceTests.RefusedAsync(IssueCodes.RecordingMediaTaken, SecondAsync);
        await center.RemovePendingAsync();

        // Something else by the same name is another recording's, whatever becomes of the first.
        center.Place.Media["old/1"] = bytes;
        await SecondAsync();
        await center.RemovePendingAsync();
        Assert.Equal(bytes, await Recorded.ReadAsync(center, "rec-2"));
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Fact]
    public async Task Of_two_who_register_the_same_at_once_one_gets_it()
    {
        for (int call = 1; call <= MostCalls; call++)
        {
            await using Center center = await Recorded.ReportedAsync(calls: ["call-1", "call-2"]);
            center.Place.Media["old/1"] = Recorded.Bytes(10);
            var place = new ExternalPlace { Place = "archive", Key = "old/1" };
            var documents = new Interrupted(center.Documents, call, () => center.Recordings.RegisterAsync(Center.Bot, Recorded.Of("rec-2", "call-2"), place));
            try
            {
                await center.RecordingsThrough(documents).RegisterAsync(Center.Bot, Recorded.Of(), place);
            }
            catch (ValidationFailedException refused)
            {
                Assert.Equal(IssueCodes.RecordingMediaTaken, Assert.Single(refused.Issues).Code);
            }

            Assert.Single([.. await center.Recordings.ListAsync(Center.Ada, new("call-1")), .. await center.Recordings.ListAsync(Center.Ada, new("call-2"))]);
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Ranges_are_taken_out_of_audio_and_the_old_recording_is_shredded(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store);
        await Recorded.StoreAsync(center, Calls.Talk());
        RecordingRedaction redaction = new() { Ranges = [new() { From = TimeSpan.FromSeconds(2), Until = TimeSpan.FromSeconds(4) }] };

        RecordingRedactionReceipt receipt = await center.Recordings.RedactAsync(Center.Ada, Recorded.Id, redaction, new("redact"));
        RecordingRedactionReceipt again = await center.Recordings.RedactAsync(Center.Ada, Recorded.Id, redaction, new("redact"));

        Assert.Equal(receipt.Recording, again.Recording);
        Assert.Equal((receipt.Recording, Recorded.Id), (receipt.Deletion!.ReplacedBy, receipt.Deletion.Recording));
        byte[] wave = await Recorded.ReadAsync(center, receipt.Recording.Value);
        Assert.True(Calls.IsSilent(wave, 2, 4));
        Assert.False(Calls.IsSilent(wave, 4.2, 5));
        Assert.Equal(64_000L, WaveReader.Open(new MemoryStream(wave)).DeclaredFrames);
        RecordingDetails details = await center.Recordings.GetAsync(Center.Ada, receipt.Recording);
        Assert.Equal((Recorded.Id, "audio/wav", Recorded.Of().Offset), (details.Replaces!.Value, details.Metadata.ContentType, details.Metadata.Offset));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Recordings.OpenAsync(Center.Ada, Recorded.Id, Recorded.Session));
        Assert.Single(await center.BlobNamesAsync());
        Assert.Contains($"replacedBy={receipt.Recording}", (await Recorded.AuditAsync(center))[1], StringComparison.Ordinal);
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_taken_out_of_a_transcript_is_taken_out_of_the_audio_with_it(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store);
        await center.Recordings.StoreAsync(Center.Bot, new MemoryStream(Calls.Talk()), Recorded.Of() with { Offset = TimeSpan.FromSeconds(1) });
        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk());
        var speech = new SpeechRedaction { Transcript = Spoken.Id, Redactors = [CardNumberRedactor.Instance], Replacement = new("rec-1r") };

        RecordingRedactionReceipt receipt = await center.Recordings.RedactAsync(Center.Ada, Recorded.Id, speech, new("redact"));

        // The customer speaks from 2 to 6 on the time line, and the recording begins at 1.
        byte[] wave = await Recorded.ReadAsync(center, "rec-1r");
        Assert.True(Calls.IsSilent(wave, 1, 5));
        Assert.False(Calls.IsSilent(wave, 5.2, 6));
        Assert.Equal((new RecordingId("rec-1r"), 2, 1), (receipt.Recording, receipt.Transcript!.Version, receipt.Transcript.Redacted));
        Assert.DoesNotContain(await center.ContentAsync(), line => line.Contains("4111 1111", StringComparison.Ordinal));
        RecordingRedactionReceipt again = await center.Recordings.RedactAsync(Center.Ada, Recorded.Id, speech, new("redact"));
        Assert.Equal((receipt.Recording, receipt.Transcript), (again.Recording, again.Transcript));
    }

    [Fact]
    public async Task What_is_held_no_audio_or_kept_elsewhere_is_not_redacted_and_where_nothing_is_found_nothing_is_made()
    {
        await using Center center = await Recorded.ReportedAsync();
        RecordingRedaction redaction = new() { Ranges = [new() { From = TimeSpan.Zero, Until = TimeSpan.FromSeconds(1) }] };
        await Recorded.StoreAsync(center, Recorded.Bytes(100));
        await center.Recordings.StoreAsync(Center.Bot, new MemoryStream(Calls.Talk()), Recorded.Of("rec-2") with { Media = MediaKind.Screen });
        await Recorded.StoreAsync(center, Calls.Talk(), "rec-3");
        center.Place.Media["old"] = Calls.Talk();
        await center.Recordings.RegisterAsync(Center.Bot, Recorded.Of("rec-4"), new() { Place = "archive", Key = "old" });
        await center.Transcripts.StoreAsync(Center.Bot, new Transcript
        {
            Id = new("t-2"),
            Interaction = new("call-1"),
            Utterances = [new() { Id = "1", From = TimeSpan.Zero, Until = TimeSpan.Zero, Speaker = "customer", Text = "4111 1111 1111 1111" }],
        });

        await RecordingServiceTests.RefusedAsync(IssueCodes.RecordingNotAudio, () => center.Recordings.RedactAsync(Center.Ada, Recorded.Id, redaction));
        await RecordingServiceTests.RefusedAsync(IssueCodes.RecordingNotAudio, () => center.Recordings.RedactAsync(Center.Ada, new("rec-2"), redaction));
        await RecordingServiceTests.RefusedAsync(IssueCodes.RecordingExternal, () => center.Recordings.RedactAsync(Center.Ada, new("rec-4"), redaction));
        await RecordingServiceTests.RefusedAsync(IssueCodes.RecordingExists, () => center.Recordings.RedactAsync(Center.Ada, new("rec-3"), redaction with { Replacement = Recorded.Id }));
        await RecordingServiceTests.RefusedAsync(IssueCodes.RecordingSpeechUntimed, () => center.Recordings.RedactAsync(Center.Ada, new("rec-3"), new SpeechRedaction { Transcript = new("t-2"), Redactors = [CardNumberRedactor.Instance] }));
        Assert.Equal((new RecordingId("rec-3"), null), await NothingAsync(center, redaction with { Ranges = [] }));
        await RecordingKeepingTests.HoldAsync(center);
        await RecordingServiceTests.RefusedAsync(IssueCodes.RecordingHeld, () => center.Recordings.RedactAsync(Center.Ada, new("rec-3"), redaction));
        Assert.Equal(Calls.Talk(), await Recorded.ReadAsync(center, "rec-3"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_recording_whose_key_was_compromised_is_encrypted_anew_and_opens(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store);
        byte[] bytes = Recorded.Bytes(50_000);
        RecordingReceipt before = await Recorded.StoreAsync(center, bytes);
        string blob = Assert.Single(await center.BlobNamesAsync());
        RingKeyId successor = await center.RotateAsync(isCompromised: true);
        await Assert.ThrowsAsync<KeyUnavailableException>(() => center.Recordings.OpenAsync(Center.Sue, Recorded.Id, Recorded.Session));

        RecordingReceipt after = await center.Recordings.ReencryptAsync(Center.Ada, Recorded.Id, new("anew"));

        Assert.Equal(bytes, await Recorded.ReadAsync(center));
        Assert.NotEqual(before.EnvelopeDigest, after.EnvelopeDigest);
        Assert.NotEqual(before.Tree, after.Tree);
        Assert.Equal(successor.Value, WrapOf(await RecordingServiceTests.EnvelopeAsync(center, "rec-1")));
        Assert.True((await center.Recordings.VerifyAsync(Center.Ada, Recorded.Id)).IsIntact);
        await center.RemovePendingAsync();
        Assert.DoesNotContain(blob, await center.BlobNamesAsync());
        Assert.Equal(after, await center.Recordings.ReencryptAsync(Center.Ada, Recorded.Id, new("anew")));
        await RecordingKeepingTests.HoldAsync(center);
        await RecordingServiceTests.RefusedAsync(IssueCodes.RecordingHeld, () => center.Recordings.ReencryptAsync(Center.Ada, Recorded.Id));
    }

    [Fact]
    public async Task Whenever_the_ring_changes_while_something_is_stored_it_is_wrapped_by_a_key_that_may_wrap_and_written_once()
    {
        int rewrapped = 0;
        for (int call = 1; call <= MostCalls; call++)
        {
            await using Center center = await Recorded.ReportedAsync();
            await Recorded.StoreAsync(center, Recorded.Bytes(10), "rec-0");
            RingKeyId? rotated = null;
            bool wasStored = false;
            var documents = new Interrupted(center.Documents, call, async () =>
            {
                wasStored = await StoredRecording.FindAsync(center.Documents, Center.Tenant, Recorded.Id, CancellationToken.None) is not null;
                rotated = await center.RotateAsync(isCompromised: call % 2 == 0);
            });

            await center.RecordingsThrough(documents).StoreAsync(Center.Bot, new MemoryStream(Recorded.Bytes(40_000)), Recorded.Of());

            string wrap = WrapOf(await RecordingServiceTests.EnvelopeAsync(center, "rec-1"));
            if (rotated is { } active && !wasStored)
            {
                Assert.Equal(active.Value, wrap);
                Assert.Equal(Recorded.Bytes(40_000), await Recorded.ReadAsync(center));
                rewrapped++;
            }

            Assert.Equal(2, (await center.BlobNamesAsync()).Count);
        }

        Assert.True(rewrapped > 10, $"{rewrapped}");
    }

    [Fact]
    public async Task A_root_that_gives_another_key_wraps_nothing()
    {
        await using Center center = await Recorded.ReportedAsync();
        await Recorded.StoreAsync(center, Recorded.Bytes(10), "rec-0");
        var other = new Center.OtherRoots(center);

        await Assert.ThrowsAsync<KeyUnavailableException>(() => other.Recordings.StoreAsync(Center.Bot, new MemoryStream(Recorded.Bytes(10)), Recorded.Of()));

        Assert.Null(await StoredRecording.FindAsync(center.Documents, Center.Tenant, Recorded.Id, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Peaks_and_measures_are_worked_out_of_what_is_stored_and_count_as_playback(string store)
    {
        await using Center center = await Recorded.ReportedAsync(store);
        byte[] wave = Calls.Talk();
        await center.Recordings.StoreAsync(Center.Bot, new MemoryStream(wave), Recorded.Of() with { Offset = TimeSpan.Zero });

        Waveform drawn = await center.Recordings.WaveformAsync(Center.Sue, Recorded.Id, Recorded.Session);
        CallMeasures measured = await center.Recordings.MeasureAsync(Center.Sue, Recorded.Id, Recorded.Session);

        Assert.Equal(Waveform.Of(WaveReader.Open(new MemoryStream(wave))).ToJson(16), drawn.ToJson(16));
        CallMeasures expected = LevelTrack.Of(WaveReader.Open(new MemoryStream(wave))).Measure(gaps: Recorded.Of().Gaps);
        Assert.Equal((expected.Length, expected.TalkShare(0), expected.Recorded), (measured.Length, measured.TalkShare(0), measured.Recorded));
        Assert.Equal(3, (await Recorded.AuditAsync(center, "playback", $"rec-1/{center.Time.GetUtcNow():yyyy-MM-dd}")).Count);
    }

    [Fact]
    public async Task Audio_that_breaks_off_is_never_taken_for_shorter_audio()
    {
        await using Center center = await Recorded.ReportedAsync();
        await Recorded.StoreAsync(center, Calls.Talk());

        // The first range is the header; the second breaks in its middle, and the third too.
        foreach (int range in new[] { 2, 3 })
        {
            Center caller = center.With(new FaultSchedule(Fault.CutAfter(range, 20_000).On("OpenAsync")));
            await Assert.ThrowsAsync<StorageUnavailableException>(() => caller.Recordings.MeasureAsync(Center.Sue, Recorded.Id, Recorded.Session));
            await Assert.ThrowsAsync<StorageUnavailableException>(() => AsyncAudio.ReadAsync(
                new Broken(), stream =>
                {
                    try
                    {
                        return stream.ReadByte();
                    }
                    catch (StorageUnavailableException)
                    {
                        return -1;
                    }
                }));
        }
    }

    private static async Task<(RecordingId, RecordingDeletion?)> NothingAsync(Center center, RecordingRedaction redaction)
    {
        RecordingRedactionReceipt receipt = await center.Recordings.RedactAsync(Center.Ada, new("rec-3"), redaction);
        return (receipt.Recording, receipt.Deletion);
    }

    private static string WrapOf(Document envelope) => Assert.Single(Envelope.Parse(envelope.Body.Span).Wraps).Key.KeyVersion.Version;

    private sealed class Broken : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new StorageUnavailableException();
    }
}
