using QualityKit.Access;
using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Privacy;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Testing.Faults;

namespace QualityKit.Services.Tests.Services;

public sealed class AccessLogTests : IClassFixture<Databases>
{
    private static readonly EvaluationId Evaluation = Center.New().IdIn(Center.Tenant);
    private static readonly Actor Otto = Center.Actor("otto", new Role { Key = "nobody" });

    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Reads_that_show_personal_content_are_in_the_log_and_nothing_of_what_they_showed(string store)
    {
        await using Center center = await FilledAsync(store, new());

        await center.Evaluations.GetAsync(Center.Anna, Evaluation);
        await center.Evaluations.GetDraftAsync(Center.Eva, Evaluation);
        await center.Interactions.GetAsync(Center.Sue, new("call-1"));
        await center.Evaluations.ListAsync(Center.Sue, EvaluationList.Team);
        await center.Interactions.SearchAsync(Center.Mona, "tier", AttributeValue.Of("gold")).ToListAsync();
        await center.Subjects.PlanAsync(Center.Ada, new DataSubject.Customer { Attribute = "phone", Value = AttributeValue.Of("+45 12 34 56 78") }, SubjectRequestKind.Export);
        await center.Subjects.ExportAsync(Center.Ada, new DataSubject.Agent { Person = new("anna") }).ToListAsync();
        await center.Holds.ListAsync(Center.Ada);
        await center.Log.FlushAsync(CancellationToken.None);

        string[] told = [.. (await DenialTests.EntriesAsync(center, new() { Until = center.Time.GetUtcNow().AddTicks(10) })).Where(entry => entry.Thing != "access-log").Select(entry => entry.ToString())];
        Assert.Equal(
            new[]
            {
                $"anna Read evaluation/{Evaluation}, ViewEvaluations access.allowed.own",
                $"eva Read evaluation/{Evaluation}, SaveDrafts access.allowed.assigned",
                "sue Read interaction/call-1, ViewInteractions access.allowed.team",
                "sue Listed list/evaluations.Team, ViewEvaluations  1",
                "mona Listed list/interactions.search, ViewInteractions  1",
                "ada Listed list/subject.plan, HandleSubjectRequests  1",
                "ada Listed list/subject.export, HandleSubjectRequests  1",
                "ada Listed list/holds, ManageHolds  0",
            }.Order(StringComparer.Ordinal),
            told.Order(StringComparer.Ordinal));
        List<string> kept = [.. (await center.ContentAsync()).Where(line => line.StartsWith("access-log/", StringComparison.Ordinal))];
        Assert.True(kept.Count >= told.Length);
        Assert.DoesNotContain(kept, line => line.Contains("12 34", StringComparison.Ordinal) || line.Contains("gold", StringComparison.Ordinal) || line.Contains("Too short", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reading_needs_one_commit_for_a_hundred_reads()
    {
        await using Center center = await FilledAsync(StoreNames.InMemory, new());
        var calls = new FaultSchedule();
        Center reader = center.With(calls, new());

        for (int number = 0; number < 250; number++)
        {
            await reader.Evaluations.GetAsync(Center.Anna, Evaluation);
        }

        Assert.Equal(2, Commits(calls));
        Assert.Equal(50, reader.Log.Waiting);
        await reader.Log.FlushAsync(CancellationToken.None);
        Assert.Equal(3, Commits(calls));
        Assert.Equal(250, (await DenialTests.EntriesAsync(center, new() { Person = new("anna") })).Count);
    }

    [Fact]
    public async Task A_read_waits_no_longer_than_the_period_while_others_read()
    {
        await using Center center = await FilledAsync(StoreNames.InMemory, new());
        await center.Evaluations.GetAsync(Center.Anna, Evaluation);
        center.Time.Advance(TimeSpan.FromSeconds(5));

        await center.Evaluations.GetAsync(Center.Mona, Evaluation);

        Assert.Equal(0, center.Log.Waiting);
        Assert.Single(await DenialTests.EntriesAsync(center, new() { Person = new("anna") }));
    }

    [Fact]
    public async Task What_is_off_is_not_kept_and_denials_are_all_the_same()
    {
        await using Center center = await FilledAsync(StoreNames.InMemory, new() { Reads = ReadLogging.Off, Lists = ReadLogging.Off });

        await center.Evaluations.GetAsync(Center.Anna, Evaluation);
        await center.Interactions.SearchAsync(Center.Mona, "tier", AttributeValue.Of("gold")).ToListAsync();
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Evaluations.GetAsync(Otto, Evaluation));

        Assert.Equal(AccessLogAct.Denied, Assert.Single(await DenialTests.EntriesAsync(center, new())).Act);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Where_reads_must_be_kept_one_that_cannot_be_shows_nothing(string store)
    {
        await using Center center = await FilledAsync(store, new());
        var required = new AccessLogOptions { Reads = ReadLogging.Required, Lists = ReadLogging.Required };
        Center Broken() => center.With(new FaultSchedule(Fault.Before(1).On("CommitAsync").Lasting()), required);
        var shown = new List<Interaction>();

        await Assert.ThrowsAsync<StorageUnavailableException>(() => Broken().Evaluations.GetAsync(Center.Anna, Evaluation));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Broken().Interactions.GetAsync(Center.Mona, new("call-1")));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Broken().Evaluations.ListAsync(Center.Sue, EvaluationList.Team));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () =>
        {
            await foreach (Interaction one in Broken().Interactions.SearchAsync(Center.Mona, "tier", AttributeValue.Of("gold")))
            {
                shown.Add(one);
            }
        });

        Assert.Empty(shown);
        Center whole = center.With(new FaultSchedule(), required);
        await whole.Evaluations.GetAsync(Center.Anna, Evaluation);
        Assert.Equal(0, whole.Log.Waiting);
        Assert.Single(await DenialTests.EntriesAsync(center, new() { Person = new("anna") }));
    }

    [Fact]
    public async Task Where_no_more_may_wait_a_read_fails_with_storage_and_nothing_is_dropped()
    {
        await using Center center = await FilledAsync(StoreNames.InMemory, new());
        Center reader = center.With(new FaultSchedule(Fault.Before(1).On("CommitAsync"), Fault.Before(2).On("CommitAsync")), new() { MostWaiting = 100 });
        for (int number = 0; number < 100; number++)
        {
            await reader.Evaluations.GetAsync(Center.Anna, Evaluation);
        }

        Assert.Equal(1212, Assert.Single(center.Lines.All).Id);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => reader.Evaluations.GetAsync(Center.Anna, Evaluation));
        Assert.Equal(100, reader.Log.Waiting);
        await reader.Evaluations.GetAsync(Center.Anna, Evaluation);
        await reader.Log.DisposeAsync();

        Assert.Equal(101, (await DenialTests.EntriesAsync(center, new() { Person = new("anna") })).Count);
        Assert.Single(center.Lines.All);
    }

    [Fact]
    public async Task What_is_lost_at_the_end_is_counted()
    {
        await using Center center = await FilledAsync(StoreNames.InMemory, new());
        Center reader = center.With(new FaultSchedule(Fault.Before(1).On("CommitAsync").Lasting()), new());
        await reader.Evaluations.GetAsync(Center.Anna, Evaluation);

        await reader.Log.DisposeAsync();

        Assert.Equal([1212, 1213], center.Lines.All.Select(line => line.Id));
        Assert.StartsWith("1 entries", center.Lines.All[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_auditor_asks_by_person_by_thing_by_time_and_for_denials(string store)
    {
        await using Center center = await FilledAsync(store, new() { Reads = ReadLogging.Required, Lists = ReadLogging.Off });
        Actor aud = Center.Actor("aud", Roles.Auditor);
        DateTimeOffset start = center.Time.GetUtcNow();
        foreach (Actor actor in new[] { Center.Anna, Center.Mona, Otto, Center.Anna, Otto })
        {
            await Record.ExceptionAsync(() => center.Evaluations.GetAsync(actor, Evaluation));
            center.Time.Advance(TimeSpan.FromMinutes(1));
        }

        await center.Interactions.GetAsync(Center.Mona, new("call-1"));
        async Task<string> AskAsync(AccessLogQuery query) => string.Join(' ', (await center.Access.ListAsync(aud, query)).Entries.Select(entry => $"{entry.Actor}@{(entry.At - start).TotalMinutes}"));

        Assert.Equal("anna@3 anna@0", await AskAsync(new() { Person = new("anna") }));
        Assert.Equal("otto@4 anna@3 otto@2 mona@1 anna@0", await AskAsync(new() { Kind = "evaluation", Thing = Evaluation.Value }));
        Assert.Equal("mona@5", await AskAsync(new() { Kind = "interaction" }));
        Assert.Equal("otto@4 otto@2", await AskAsync(new() { OnlyDenials = true }));
        Assert.Equal("otto@4", await AskAsync(new() { OnlyDenials = true, Person = new("otto"), From = start.AddMinutes(3) }));
        Assert.Equal("otto@2 mona@1", await AskAsync(new() { From = start.AddMinutes(1), Until = start.AddMinutes(3) }));
        Assert.Equal(6, (await DenialTests.EntriesAsync(center, new())).Count);
        Assert.Empty((await center.Access.ListAsync(aud with { Tenant = new("globex") }, new())).Entries);
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Access.ListAsync(Center.Mona, new()));
        await Assert.ThrowsAsync<ArgumentException>(() => center.Access.ListAsync(aud, new() { Thing = "e" }));
        await Assert.ThrowsAsync<ArgumentException>(() => center.Access.ListAsync(aud, new(), "no page"));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => center.Access.ListAsync(aud, new(), take: 0));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_entry_that_somebody_changed_says_so(string store)
    {
        await using Center center = await FilledAsync(store, new());
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Evaluations.GetAsync(Otto, Evaluation));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Forms.ArchiveAsync(Otto, Center.Draft.Key));
        List<Document> stored = await center.Documents.QueryAllAsync(Center.Tenant, new() { Collection = "access-log", Index = "by-outcome", Equal = [[IndexValue.Of("denied")]] }).ToListAsync();
        string other = System.Text.Encoding.UTF8.GetString(stored[1].Body.Span);

        foreach (string body in new[] { other, "{}", "nothing" })
        {
            Document now = (await center.Documents.ReadAsync(Center.Tenant, stored[0].Key, CancellationToken.None))!;
            await center.Documents.CommitAsync(
                DocumentBatch.For(Center.Tenant, CommandId.New()).Replace(now.Key, now.Version, System.Text.Encoding.UTF8.GetBytes(body), Persistence.AccessLogIndexes.Of(Read(center, stored[0])).ToArray()[1]), CancellationToken.None);

            List<AccessLogEntry> entries = await DenialTests.EntriesAsync(center, new() { OnlyDenials = true });
            Assert.Equal([false, true], entries.Select(entry => entry.IsAuthentic).Order());
            Assert.Equal(stored[0].Key.Id, Assert.Single(entries, entry => !entry.IsAuthentic).Id);
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Entries_are_removed_when_their_time_is_over_and_that_is_an_entry(string store)
    {
        await using Center center = await FilledAsync(store, new() { Reads = ReadLogging.Batched, KeepFor = TimeSpan.FromDays(30) });
        for (int number = 0; number < 120; number++)
        {
            await center.Evaluations.GetAsync(Center.Anna, Evaluation);
        }

        await center.Log.FlushAsync(CancellationToken.None);
        center.Time.Advance(TimeSpan.FromDays(30));
        Assert.False(await center.Access.RunOnceAsync(CancellationToken.None));
        Assert.Equal(120, (await DenialTests.EntriesAsync(center, new() { Person = new("anna") })).Count);
        center.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.False(await center.Access.RunOnceAsync(CancellationToken.None));

        Assert.Empty(await DenialTests.EntriesAsync(center, new() { Person = new("anna") }));
        AccessLogEntry[] removed = [.. (await DenialTests.EntriesAsync(center, new())).Where(entry => entry.Act == AccessLogAct.Removed)];
        Assert.Equal([21, 99], removed.Select(entry => entry.Count!.Value).Order());
        Assert.All(removed, entry => Assert.Equal(("qualitykit", "access-log", true), (entry.Actor.Value, entry.Thing, entry.IsAuthentic)));
    }

    [Fact]
    public async Task A_clock_that_is_in_doubt_removes_nothing()
    {
        await using Center center = await FilledAsync(StoreNames.InMemory, new() { KeepFor = TimeSpan.FromDays(30) });
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Evaluations.GetAsync(Otto, Evaluation));
        Persistence.SealProgress newest = Persistence.SealProgress.Start(center.Time.GetUtcNow()) with { Number = 1, Hash = "00" };
        await center.Documents.CommitAsync(newest.StoreIn(DocumentBatch.For(Center.Tenant, CommandId.New())), CancellationToken.None);
        center.Time.Advance(TimeSpan.FromDays(40));

        await center.Access.RunOnceAsync(CancellationToken.None);

        Assert.Single(await DenialTests.EntriesAsync(center, new() { OnlyDenials = true }));
        Assert.Equal(1214, Assert.Single(center.Lines.All).Id);
    }

    [Fact]
    public async Task A_list_is_told_of_part_by_part_before_it_is_shown()
    {
        await using Center center = await FilledAsync(StoreNames.InMemory, new() { Lists = ReadLogging.Required });
        for (int number = 2; number <= 150; number++)
        {
            await center.Interactions.ReportAsync(Center.Bot, Reported.Call($"call-{number}"));
        }

        int shown = 0;
        await foreach (Interaction one in center.Interactions.SearchAsync(Center.Mona, "tier", AttributeValue.Of("gold")))
        {
            if (++shown == 30)
            {
                break;
            }
        }

        Assert.Equal(100, Assert.Single(await DenialTests.EntriesAsync(center, new() { Person = new("mona") })).Count);
        Assert.Equal(150, await center.Interactions.SearchAsync(Center.Mona, "tier", AttributeValue.Of("gold")).CountAsync());
        Assert.Equal(0, await center.Interactions.SearchAsync(Center.Mona, "tier", AttributeValue.Of("tin")).CountAsync());
        Assert.Equal([0, 50, 100, 100], (await DenialTests.EntriesAsync(center, new() { Person = new("mona") })).Select(entry => entry.Count!.Value).Order());
    }

    private static AccessLogEntry Read(Center center, Document document) => Persistence.AccessLogDocument.Read(Center.Tenant, document, Center.Keys.AllFor(Center.Tenant));

    private static int Commits(FaultSchedule calls) => calls.Log.Count(call => call.Contains("CommitAsync", StringComparison.Ordinal));

    private static async Task<Center> FilledAsync(string store, AccessLogOptions log)
    {
        Center center = await Center.OpenAsync(store, log: log);
        await center.ReleasedAsync();
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call());
        return center;
    }
}
