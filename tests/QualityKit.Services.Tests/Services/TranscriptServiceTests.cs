using System.Text;
using QualityKit.Access;
using QualityKit.Canonical;
using QualityKit.Interactions;
using QualityKit.Persistence;
using QualityKit.Privacy;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Transcripts;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Services.Tests.Services;

public sealed class TranscriptServiceTests : IClassFixture<Databases>
{
    private static readonly InteractionId Call = new("call-1");
    private static readonly DataSubject Customer = new DataSubject.Customer { Attribute = "phone", Value = AttributeValue.Of("+45 12 34 56 78") };

    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_stored_is_read_back_whole_and_earlier_versions_stay(string store)
    {
        await using Center center = await ReportedAsync(store);

        TranscriptReceipt first = await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk());
        TranscriptReceipt second = await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk("Better heard."));
        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk("Good evening.", "t-2"));

        TranscriptDetails newest = await center.Transcripts.GetAsync(Center.Sue, Call, Spoken.Id);
        TranscriptDetails earlier = await center.Transcripts.GetAsync(Center.Mona, Call, Spoken.Id, 1);
        Assert.Equal((1, 2, true), (first.Version, second.Version, second.HasChanged));
        Assert.Equal(TranscriptJson.WriteText(Spoken.Talk("Better heard.")), TranscriptJson.WriteText(newest.Transcript!));
        Assert.Equal(TranscriptJson.WriteText(Spoken.Talk()), TranscriptJson.WriteText(earlier.Transcript!));
        Assert.Equal(Spoken.Talk().Reference(Center.Salt).Digest, earlier.Version.Digest);
        Assert.Equal(["t-1 1 bot Kept, 2 bot Kept", "t-2 1 bot Kept"], (await center.Transcripts.ListAsync(Center.Mona, Call))
            .Select(one => $"{one.Id} {string.Join(", ", one.Versions.Select(version => $"{version.Number} {version.By} {version.State}"))}"));
        Assert.Equal("transcript t-1 of call-1, version 2, Kept", newest.ToString());
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Fact]
    public async Task The_same_text_again_stores_nothing()
    {
        await using Center center = await ReportedAsync();
        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk());
        List<string> before = await center.ContentAsync();

        TranscriptReceipt again = await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk());

        Assert.Equal((1, false), (again.Version, again.HasChanged));
        Assert.Equal(before, await center.ContentAsync());
    }

    [Fact]
    public async Task What_was_said_is_in_a_document_of_its_own_and_nowhere_else()
    {
        await using Center center = await ReportedAsync();

        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk());

        string text = Assert.Single(await center.ContentAsync(), line => line.Contains("4111 1111", StringComparison.Ordinal) || line.Contains("Anna", StringComparison.Ordinal));
        Assert.StartsWith("transcript-contents/", text, StringComparison.Ordinal);
        Assert.Contains(await center.ContentAsync(), line => line.StartsWith("journal/", StringComparison.Ordinal) && Entry(line).Contains(Spoken.Talk().Reference(Center.Salt).Digest, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Redactors_act_before_anything_is_stored()
    {
        await using Center center = await ReportedAsync();

        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk(), [CardNumberRedactor.Instance]);

        Assert.DoesNotContain(await center.ContentAsync(), line => line.Contains("4111 1111", StringComparison.Ordinal));
        Assert.Equal($"My card is {new string(Redaction.Mark, 19)}.", (await center.Transcripts.GetAsync(Center.Mona, Call, Spoken.Id)).Transcript!.Utterances[1].Text);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Redacting_makes_a_version_and_destroys_every_text_before_it(string store)
    {
        await using Center center = await ReportedAsync(store);
        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk("Card 4111 1111 1111 1111"));
        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk());

        TranscriptReceipt receipt = await center.Transcripts.RedactAsync(Center.Bot, Call, Spoken.Id, [CardNumberRedactor.Instance]);

        Assert.Equal((3, 1, 2, 0, true), (receipt.Version, receipt.Redacted, receipt.Destroyed, receipt.Sealed, receipt.HasChanged));
        Assert.DoesNotContain(await center.ContentAsync(), line => line.Contains("4111 1111", StringComparison.Ordinal));
        TranscriptDetails gone = await center.Transcripts.GetAsync(Center.Mona, Call, Spoken.Id, 2);
        Assert.Null(gone.Transcript);
        Assert.Equal(TranscriptTextState.Destroyed, gone.Version.State);
        Assert.Equal(1, (await center.Transcripts.GetAsync(Center.Mona, Call, Spoken.Id)).Version.Redacted);
        Assert.False((await center.Transcripts.RedactAsync(Center.Bot, Call, Spoken.Id, [CardNumberRedactor.Instance])).HasChanged);
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Under_a_hold_the_original_is_sealed_shown_to_nobody_and_destroyed_when_the_hold_is_released(string store)
    {
        await using Center center = await ReportedAsync(store);
        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk());
        await HoldAsync(center);

        TranscriptReceipt receipt = await center.Transcripts.RedactAsync(Center.Bot, Call, Spoken.Id, [CardNumberRedactor.Instance]);
        Assert.Empty(await center.Transcripts.DestroySealedAsync(Center.Bot));

        Assert.Equal((2, 0, 1), (receipt.Version, receipt.Destroyed, receipt.Sealed));
        Assert.Contains(await center.ContentAsync(), line => line.Contains("4111 1111", StringComparison.Ordinal));
        Assert.Null((await center.Transcripts.GetAsync(Center.Ada, Call, Spoken.Id, 1)).Transcript);
        Assert.DoesNotContain("4111 1111", (await center.Transcripts.GetAsync(Center.Ada, Call, Spoken.Id)).Transcript!.Utterances[1].Text, StringComparison.Ordinal);

        await center.Holds.ReleaseAsync(Center.Ada, new("h-1"));
        Assert.Equal(Call, Assert.Single(await center.Transcripts.DestroySealedAsync(Center.Bot)));
        Assert.Empty(await center.Transcripts.DestroySealedAsync(Center.Bot));
        Assert.DoesNotContain(await center.ContentAsync(), line => line.Contains("4111 1111", StringComparison.Ordinal));
        Assert.Equal(TranscriptTextState.Destroyed, (await center.Transcripts.GetAsync(Center.Ada, Call, Spoken.Id, 1)).Version.State);
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Whoever_redacts_what_somebody_else_just_redacted_looks_again(string store)
    {
        await using Center center = await ReportedAsync(store);
        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk());
        var documents = new Interposed(
            center.Documents, Collections.TranscriptContents, () => center.Transcripts.RedactAsync(Center.Bot, Call, Spoken.Id, [CardNumberRedactor.Instance]));
        var slower = new TranscriptService(documents, center.People, new SharedAccessPolicy(AccessPolicy.Standard), center.Terms, Center.Keys, center.Time);

        TranscriptReceipt receipt = await slower.RedactAsync(Center.Bot, Call, Spoken.Id, [CardNumberRedactor.Instance]);

        Assert.Equal((2, false), (receipt.Version, receipt.HasChanged));
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_job_destroys_what_is_sealed_once_the_hold_is_released(string store)
    {
        await using Center center = await ReportedAsync(store);
        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk());
        await HoldAsync(center);
        await center.Transcripts.RedactAsync(Center.Bot, Call, Spoken.Id, [CardNumberRedactor.Instance]);
        var job = new SealedTranscripts(center.Transcripts, center.Maintenance, center.Lines);

        await job.RunOnceAsync(CancellationToken.None);
        Assert.Contains(await center.ContentAsync(), line => line.Contains("4111 1111", StringComparison.Ordinal));
        await center.Holds.ReleaseAsync(Center.Ada, new("h-1"));
        await job.RunOnceAsync(CancellationToken.None);

        Assert.DoesNotContain(await center.ContentAsync(), line => line.Contains("4111 1111", StringComparison.Ordinal));
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Fact]
    public async Task A_person_blacks_out_stretches_of_the_version_that_they_looked_at()
    {
        await using Center center = await ReportedAsync();
        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk("I am ill."));
        TranscriptStretches Of(int version, int length = 3) => new() { Version = version, Ranges = [new() { Utterance = "2", Range = new(5, length) }] };

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => center.Transcripts.RedactAsync(Center.Ada, Call, Spoken.Id, Of(2)));
        await Assert.ThrowsAsync<ArgumentException>(() => center.Transcripts.RedactAsync(Center.Ada, Call, Spoken.Id, Of(1, 30)));
        await center.Transcripts.RedactAsync(Center.Ada, Call, Spoken.Id, Of(1));

        Assert.Equal("I am ███.", (await center.Transcripts.GetAsync(Center.Mona, Call, Spoken.Id)).Transcript!.Utterances[1].Text);
        Assert.False((await center.Transcripts.RedactAsync(Center.Ada, Call, Spoken.Id, Of(2))).HasChanged);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_customer_is_erased_with_their_transcripts_and_none_is_taken_in_again(string store)
    {
        await using Center center = await ReportedAsync(store);
        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk());
        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk("I am Carl."));

        List<SubjectCopy> copies = await center.Subjects.ExportAsync(Center.Ada, Customer).ToListAsync();
        SubjectReceipt receipt = await center.Subjects.EraseAsync(Center.Ada, Customer);

        Assert.Equal(3, copies.Count);
        Assert.Contains(copies, copy => Encoding.UTF8.GetString(copy.Json.Span).Contains("I am Carl.", StringComparison.Ordinal));
        Assert.True(receipt.IsComplete);
        Assert.Equal(3, receipt.Erased.Length);
        Assert.DoesNotContain(await center.ContentAsync(), line => line.Contains("4111 1111", StringComparison.Ordinal) || line.Contains("Carl", StringComparison.Ordinal));
        Assert.All((await center.Transcripts.ListAsync(Center.Mona, Call)).Single().Versions, version => Assert.Equal(TranscriptTextState.Erased, version.State));
        Assert.Null((await center.Transcripts.GetAsync(Center.Mona, Call, Spoken.Id)).Transcript);
        var refused = await Assert.ThrowsAsync<ValidationFailedException>(() => center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk()));
        Assert.Equal(IssueCodes.TranscriptErased, Assert.Single(refused.Issues).Code);
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Transcripts.RedactAsync(Center.Bot, Call, Spoken.Id, [CardNumberRedactor.Instance]));
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Fact]
    public async Task What_a_hold_keeps_of_a_customer_stays_whole()
    {
        await using Center center = await ReportedAsync();
        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk());
        await HoldAsync(center);

        SubjectReceipt receipt = await center.Subjects.EraseAsync(Center.Ada, Customer);

        Assert.Equal(2, receipt.Blocked.Length);
        Assert.NotNull((await center.Transcripts.GetAsync(Center.Mona, Call, Spoken.Id)).Transcript);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Transcripts_are_deleted_with_their_interaction(string store)
    {
        await using Center center = await ReportedAsync(store);
        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk());
        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk("Held.", call: "call-2"));
        await HoldAsync(center, "call-2");
        await center.Retention.SweepAsync(Center.Bot);
        center.Time.Advance(TimeSpan.FromHours(72));

        await center.Retention.SweepAsync(Center.Bot);

        List<string> left = await center.ContentAsync();
        Assert.DoesNotContain(left, line => line.Contains("4111 1111", StringComparison.Ordinal) || line.StartsWith("transcripts/call-1:", StringComparison.Ordinal));
        Assert.Equal("Held.", (await center.Transcripts.GetAsync(Center.Mona, new("call-2"), Spoken.Id)).Transcript!.Utterances[1].Text);
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Transcripts.GetAsync(Center.Mona, Call, Spoken.Id));
        var refused = await Assert.ThrowsAsync<ValidationFailedException>(() => center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk()));
        Assert.Equal(IssueCodes.InteractionDeleted, Assert.Single(refused.Issues).Code);
        Assert.Contains(left, line => line.StartsWith("journal/", StringComparison.Ordinal) && Entry(line).Contains("transcript.deleted", StringComparison.Ordinal));
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_transcript_that_comes_while_a_sweep_deletes_is_not_left_behind(string store)
    {
        await using Center center = await ReportedAsync(store);
        await center.Retention.SweepAsync(Center.Bot);
        center.Time.Advance(TimeSpan.FromHours(72));
        center.LastTarget.Meanwhile = () => center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk(), command: new CommandId("late"));

        SweepReport first = await center.Retention.SweepAsync(Center.Bot, command: new CommandId("sweep"));
        center.LastTarget.Meanwhile = () => Task.CompletedTask;
        await center.Retention.SweepAsync(Center.Bot, command: new CommandId("sweep"));

        Assert.Contains(Call, first.Left);
        Assert.DoesNotContain(await center.ContentAsync(), line => line.StartsWith("transcript", StringComparison.Ordinal) && line.Contains("call-1", StringComparison.Ordinal));
        Assert.DoesNotContain(await center.ContentAsync(), line => line.Contains("4111 1111", StringComparison.Ordinal));
        Assert.Null(await center.Interactions.FindAsync(Center.Tenant, Call, CancellationToken.None));
    }

    [Fact]
    public async Task A_hold_that_comes_while_transcripts_are_deleted_wins()
    {
        await using Center center = await ReportedAsync();
        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk());
        center.Target.Meanwhile = async () =>
        {
            center.Target.Meanwhile = () => Task.CompletedTask;
            await HoldAsync(center);
        };

        var refused = await Assert.ThrowsAsync<ValidationFailedException>(() => center.Retention.DeleteAsync(Center.Ada, Call));

        Assert.Equal(IssueCodes.InteractionHeld, Assert.Single(refused.Issues).Code);
        Assert.NotNull((await center.Transcripts.GetAsync(Center.Mona, Call, Spoken.Id)).Transcript);
    }

    [Fact]
    public async Task Whoever_may_not_see_the_interaction_sees_no_transcript_of_it()
    {
        await using Center center = await ReportedAsync();
        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk());

        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Transcripts.GetAsync(Center.Sam, Call, Spoken.Id));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Transcripts.ListAsync(Center.Anna, Call));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Transcripts.StoreAsync(Center.Sue, Spoken.Talk("No.")));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Transcripts.RedactAsync(Center.Mona, Call, Spoken.Id, []));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Transcripts.GetAsync(Center.Mona with { Tenant = new("globex") }, Call, Spoken.Id));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Transcripts.GetAsync(Center.Mona, Call, new("t-9")));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Transcripts.GetAsync(Center.Mona, Call, Spoken.Id, 2));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk(call: "call-9")));
        Assert.Equal(["interaction/call-1", "interaction/call-1", "transcript/call-1/t-1", "transcript/call-1/t-1"], (await DenialTests.EntriesAsync(center, new() { OnlyDenials = true })).Select(entry => $"{entry.Kind}/{entry.Thing}").Order());
    }

    [Fact]
    public async Task What_is_wrong_too_large_or_too_much_is_refused()
    {
        await using Center center = await ReportedAsync();
        Transcript large = Spoken.Talk() with { Utterances = [.. Enumerable.Range(0, 400).Select(number => new Utterance { Id = $"{number}", From = TimeSpan.Zero, Until = TimeSpan.Zero, Text = new string('x', 9000) })] };
        async Task<string> CodeAsync(Transcript transcript) =>
            (await Assert.ThrowsAsync<ValidationFailedException>(() => center.Transcripts.StoreAsync(Center.Bot, transcript))).Issues[0].Code;

        Assert.Equal(IssueCodes.TranscriptTooLarge, await CodeAsync(large));
        Assert.Equal(IssueCodes.ExternalIdInvalid, await CodeAsync(Spoken.Talk(id: "")));
        for (int number = 0; number < 80; number++)
        {
            await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk($"{number}", $"t-{number % 2}"));
        }

        Assert.Equal(IssueCodes.TranscriptTexts, await CodeAsync(Spoken.Talk("81")));
        await center.Retention.DeleteAsync(Center.Ada, Call);
        Assert.DoesNotContain(await center.ContentAsync(), line => line.StartsWith("transcript", StringComparison.Ordinal));
    }

    private static Task<Retention.HoldPlacement> HoldAsync(Center center, string call = "call-1") => center.Holds.PlaceAsync(
        Center.Ada, new() { Id = new("h-1"), Reason = "case", Owner = new("legal"), PlacedAt = Reported.Start, Interactions = [new(call)] });

    private static async Task<Center> ReportedAsync(string store = StoreNames.InMemory)
    {
        Center center = await Center.OpenAsync(store);
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call(), Reported.Keep(1));
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call("call-2") with { Attributes = AttributeSet.Empty }, Reported.Keep(1));
        return center;
    }

    // The entry of an audit record is kept as base64.
    private static string Entry(string line) => string.Concat(System.Text.RegularExpressions.Regex.Matches(line, "\"entry\":\"([^\"]+)\"")
        .Select(match => Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups[1].Value))));
}
