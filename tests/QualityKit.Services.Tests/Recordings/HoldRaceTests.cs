using QualityKit.Audio;
using QualityKit.Encryption;
using QualityKit.Interactions;
using QualityKit.Persistence;
using QualityKit.Privacy;
using QualityKit.Retention;
using QualityKit.Services.Tests.Services;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Validation;
using QualityKit.Vault;

namespace QualityKit.Services.Tests.Recordings;

/// <summary>Rule 9: whatever ends a recording or a text, nothing ends after its interaction came under a hold, in whichever way and at whichever moment it came.</summary>
public sealed class HoldRaceTests
{
    private const int MostCalls = 80;

    public static TheoryData<string, string> Races
    {
        get
        {
            var races = new TheoryData<string, string>();
            foreach (string work in new[] { "delete", "delete interaction", "sweep", "erase", "move", "reencrypt", "redact", "redact transcript", "destroy sealed" })
            {
                races.Add(work, "a hold is placed");
                races.Add(work, "an edit brings it under a hold");
                races.Add(work, "the store is said to have gone back");
            }

            races.Add("sweep", "an edit keeps it for years");
            return races;
        }
    }

    [Theory]
    [MemberData(nameof(Races))]
    public async Task Nothing_ends_after_it_must_stay(string work, string meanwhile)
    {
        int stayed = 0;
        int ended = 0;
        for (int call = 1; call <= MostCalls; call++)
        {
            await using Center center = await PreparedAsync(work, meanwhile);
            HashSet<string> there = [];
            var documents = new Interrupted(center.Documents, call, async () =>
            {
                there = await ThereAsync(center);
                await HappensAsync(center, meanwhile);
                if (!await MustStayAsync(center, meanwhile))
                {
                    there.Clear();
                }
            });
            await DoAsync(center, work, documents);
            if (!documents.HasHappened)
            {
                break;
            }

            HashSet<string> after = await ThereAsync(center);
            Assert.True(there.IsSubsetOf(after), $"{work} ended {string.Join(", ", there.Except(after))} although {meanwhile} before call {call}");
            (stayed, ended) = after.IsSupersetOf(there) && there.Count > 0 ? (stayed + 1, ended) : (stayed, ended + 1);
        }

        Assert.True(stayed > 1, $"{work}, {meanwhile}: {stayed} stayed, {ended} had nothing that could end");
    }

    private static async Task<Center> PreparedAsync(string work, string meanwhile)
    {
        Center center = await Recorded.ReportedAsync(outside: new Outside(Witness: new InMemoryKeepingWitness()));
        if (work == "move")
        {
            center.Place.Media["old/1"] = Recorded.Bytes(10);
            await center.Recordings.RegisterAsync(Center.Bot, Recorded.Of(), new() { Place = "archive", Key = "old/1" });
        }
        else
        {
            await Recorded.StoreAsync(center, Calls.Talk(2));
        }

        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk());
        if (meanwhile == "an edit brings it under a hold")
        {
            await RecordingKeepingTests.HoldAsync(center, predicate: new AttributePredicate.IsOneOf { Attribute = "tier", Values = [AttributeValue.Of("platinum")] });
        }

        if (work == "destroy sealed")
        {
            await center.Holds.PlaceAsync(Center.Ada, new() { Id = new("h-0"), Reason = "case", Owner = new("legal"), PlacedAt = DateTimeOffset.UnixEpoch, Interactions = [new("call-1")] });
            await center.Transcripts.RedactAsync(Center.Ada, new("call-1"), Spoken.Id, [CardNumberRedactor.Instance]);
            await center.Holds.ReleaseAsync(Center.Ada, new("h-0"));
        }

        if (work == "sweep")
        {
            await center.Retention.SweepAsync(Center.Bot);
            center.Time.Advance(TimeSpan.FromHours(72));
        }

        return center;
    }

    // Everything that somebody could still open.
    private static async Task<HashSet<string>> ThereAsync(Center center)
    {
        var there = new HashSet<string>();
        foreach (DocumentKey key in (await center.BackUpAsync()).Select(document => document.Key))
        {
            if (key.Collection is Collections.Envelopes or Collections.TranscriptContents)
            {
                there.Add(key.ToString());
            }
            else if (key.Collection == Collections.Recordings && await StoredRecording.FindAsync(center.Documents, Center.Tenant, new(key.Id), CancellationToken.None) is { Deletion: null } recording)
            {
                there.Add($"{recording.Id} in {recording.Blob} {recording.External}");
            }
        }

        return there;
    }

    private static async Task HappensAsync(Center center, string meanwhile)
    {
        try
        {
            await (meanwhile switch
            {
                "a hold is placed" => RecordingKeepingTests.HoldAsync(center, "call-1"),
                "an edit brings it under a hold" => center.Interactions.ReportAsync(Center.Bot, Reported.Call(tier: "platinum"), Reported.Keep(1)),
                "an edit keeps it for years" => (Task)center.Interactions.ReportAsync(Center.Bot, Reported.Call(), Reported.Keep(3650)),
                _ => center.Restores.DeclareRestoredAsync(Center.Ada, new("declare")),
            });
        }
        catch (ValidationFailedException)
        {
            // It was deleted already.
        }
    }

    private static async Task<bool> MustStayAsync(Center center, string meanwhile) =>
        meanwhile.StartsWith("the store", StringComparison.Ordinal)
        || await new InteractionStore(center.Documents).FindAsync(Center.Tenant, new("call-1"), CancellationToken.None) is { DeletedAt: null, ErasedAt: null };

    private static async Task DoAsync(Center center, string work, IDocumentStore documents)
    {
        RecordingService recordings = center.RecordingsThrough(documents);
        var redaction = new RecordingRedaction { Ranges = [new() { From = TimeSpan.FromSeconds(1), Until = TimeSpan.FromSeconds(1.5) }], Replacement = new("rec-1r") };
        try
        {
            await (work switch
            {
                "delete" => recordings.DeleteAsync(Center.Ada, Recorded.Id),
                "delete interaction" => RetentionThrough(center, documents).DeleteAsync(Center.Ada, new("call-1")),
                "sweep" => RetentionThrough(center, documents).SweepAsync(Center.Bot),
                "erase" => SubjectsThrough(center, documents).EraseAsync(Center.Ada, RecordingServiceTests.Customer),
                "move" => recordings.MoveAsync(Center.Bot, Recorded.Id),
                "reencrypt" => recordings.ReencryptAsync(Center.Ada, Recorded.Id),
                "redact" => recordings.RedactAsync(Center.Ada, Recorded.Id, redaction),
                "redact transcript" => TranscriptsThrough(center, documents).RedactAsync(Center.Ada, new("call-1"), Spoken.Id, [CardNumberRedactor.Instance]),
                _ => (Task)TranscriptsThrough(center, documents).DestroySealedAsync(Center.Ada),
            });
        }
        catch (Exception refused) when (refused is ValidationFailedException or RestoreDetectedException or ConcurrencyConflictException)
        {
        }
    }

    private static RetentionService RetentionThrough(Center center, IDocumentStore documents)
    {
        RecordingTools tools = center.RecordedThrough(documents);
        return new(
            documents,
            center.Recorded.Desk.Policies,
            new InteractionKeeping(
                documents, center.Terms, [new TranscriptTarget(documents, Center.Keys, center.Time), new QualityKit.Services.RecordingTarget(tools)], tools.Deeds, tools.Safety),
            tools.Deeds);
    }

    private static SubjectService SubjectsThrough(Center center, IDocumentStore documents) =>
        new(documents, center.Recorded.Desk.Policies, center.Terms, Center.Keys, center.Time) { Safety = center.RecordedThrough(documents).Safety };

    private static TranscriptService TranscriptsThrough(Center center, IDocumentStore documents) =>
        new(documents, center.People, center.Recorded.Desk.Policies, center.Terms, Center.Keys, center.Time) { Safety = center.RecordedThrough(documents).Safety };
}
