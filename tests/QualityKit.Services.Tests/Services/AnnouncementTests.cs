using QualityKit.Access;
using QualityKit.Evaluations;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;

namespace QualityKit.Services.Tests.Services;

public sealed class AnnouncementTests : IClassFixture<Databases>
{
    [Theory]
    [MemberData(nameof(StoreNames.All), MemberType = typeof(StoreNames))]
    public async Task What_has_come_is_announced_once_however_many_jobs_run(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        DateTimeOffset now = center.Time.GetUtcNow();
        await center.CreateAsync(Center.New() with { Deadlines = new() { RemindAt = now.AddHours(1), DueAt = now.AddHours(2), ExpiresAt = now.AddHours(3) } });
        await center.CreateAsync(Center.New("later") with { Deadlines = new() { RemindAt = now.AddDays(9) } });

        Assert.Equal([0, 1, 1, 1, 0], await RunsAsync(center));
        Assert.Equal(["evaluation.expired", "evaluation.overdue", "evaluation.reminder"], await AnnouncedAsync(center));
    }

    [Fact]
    public async Task A_planned_release_is_announced_when_it_comes()
    {
        await using Center center = await Center.OpenAsync();
        EvaluationId call = await center.SubmittedAsync();
        await center.Evaluations.ReleaseAsync(Center.Eva, call, ReleaseTime.At(center.Time.GetUtcNow().AddMinutes(30)));

        Assert.Equal([0, 1, 0, 0, 0], await RunsAsync(center));
        Assert.Equal(["evaluation.released"], await AnnouncedAsync(center));
    }

    [Fact]
    public async Task Tenants_with_something_to_announce_are_found_as_due_work()
    {
        await using Center center = await Center.OpenAsync();
        await center.CreateAsync(Center.New() with { Deadlines = new() { RemindAt = center.Time.GetUtcNow().AddHours(1) } });

        var kinds = new List<string>();
        await foreach (DueWork work in center.Maintenance.FindDueWorkAsync(center.Time.GetUtcNow().AddHours(1), 10, CancellationToken.None))
        {
            kinds.Add(work.Kind);
        }

        Assert.Contains("announce", kinds);
    }

    [Fact]
    public async Task Only_a_machine_with_the_right_announces()
    {
        await using Center center = await Center.OpenAsync();
        await center.CreateAsync(Center.New() with { Deadlines = new() { RemindAt = center.Time.GetUtcNow().AddHours(1) } });
        center.Time.Advance(TimeSpan.FromHours(1));

        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Evaluations.AnnounceDueAsync(Center.Eva));
    }

    // Each hour two jobs at once; how many evaluations the first of the hour found.
    private static async Task<List<int>> RunsAsync(Center center)
    {
        var found = new List<int>();
        for (int hour = 0; hour < 5; hour++)
        {
            int[] both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => center.Evaluations.AnnounceDueAsync(Center.Bot))));
            found.Add(both.Max());
            center.Time.Advance(TimeSpan.FromHours(1));
        }

        return found;
    }

    private static async Task<List<string>> AnnouncedAsync(Center center)
    {
        var codes = new List<string>();
        await foreach (Document document in center.Documents.QueryAllAsync(Center.Tenant, new() { Collection = "journal", Index = "by-entity", Equal = [[IndexValue.Of("evaluation")]] }))
        {
            codes.AddRange(Persistence.JournalFormat.Read(Center.Tenant, document).Lines.Where(line => line.Record is null).Select(line => line.Fact!.Action));
        }

        return [.. codes.Order(StringComparer.Ordinal)];
    }
}
