using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;

namespace QualityKit.Services.Tests.Services;

public sealed class SweepServiceTests : IClassFixture<Databases>
{
    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_background_marks_what_is_due_and_deletes_it_72_hours_later(string store)
    {
        await using Center center = await DueAsync(store, 3);

        SweepsRun first = await center.Sweeps.RunOnceAsync(CancellationToken.None);
        SweepsRun again = await center.Sweeps.RunOnceAsync(CancellationToken.None);
        var later = new List<SweepsRun>();
        for (int day = 0; day < 4; day++)
        {
            center.Time.Advance(TimeSpan.FromDays(1));
            later.Add(await center.Sweeps.RunOnceAsync(CancellationToken.None));
        }

        Assert.Equal((1, 3, 0), (first.Tenants, first.Marked, first.Deleted));
        Assert.Equal(0, again.Tenants);
        Assert.Equal([0, 0, 3, 0], later.Select(run => run.Deleted));
        Assert.Equal(3, center.Target.Deleted.Count);
        Assert.Contains(await center.ContentAsync(), line => line.Contains("interaction.deleted", StringComparison.Ordinal) || line.StartsWith("sweeps", StringComparison.Ordinal));
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Fact]
    public async Task Nothing_is_swept_that_was_not_switched_on()
    {
        await using Center center = await DueAsync(StoreNames.InMemory, 1);
        center.SweepOptions.IsOn = new SweepOptions().IsOn;

        Assert.Equal(new SweepsRun(), await center.Sweeps.RunOnceAsync(CancellationToken.None));
        Assert.DoesNotContain(await center.ContentAsync(), line => line.StartsWith("sweeps", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_turn_ends_after_so_many_and_the_next_goes_on(string store)
    {
        await using Center center = await DueAsync(store, 5);
        center.SweepOptions.ItemsPerTurn = 2;

        SweepsRun[] runs = [await RunAsync(), await RunAsync(), await RunAsync(), await RunAsync()];

        Assert.Equal([2, 2, 1, 0], runs.Select(run => run.Marked));
        Assert.Equal([true, true, false, false], runs.Select(run => run.HasMore));

        async Task<SweepsRun> RunAsync() => await center.Sweeps.RunOnceAsync(CancellationToken.None);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task However_many_nodes_sweep_at_once_one_does_it(string store)
    {
        await using Center center = await DueAsync(store, 10);
        Center[] nodes = [center, center.With(new()), center.With(new())];

        SweepsRun[] marked = await Task.WhenAll(nodes.Select(node => Task.Run(() => node.Sweeps.RunOnceAsync(CancellationToken.None).AsTask())));
        foreach (Center node in nodes)
        {
            node.Time.Advance(TimeSpan.FromHours(72));
        }

        SweepsRun[] deleted = await Task.WhenAll(nodes.Select(node => Task.Run(() => node.Sweeps.RunOnceAsync(CancellationToken.None).AsTask())));

        Assert.Equal((1, 10), (marked.Sum(run => run.Tenants), marked.Sum(run => run.Marked)));
        Assert.Equal((1, 10), (deleted.Sum(run => run.Tenants), deleted.Sum(run => run.Deleted)));
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Fact]
    public async Task A_sweep_that_pauses_is_found_by_health_until_a_person_confirms()
    {
        await using Center center = await DueAsync(StoreNames.InMemory, 4);
        center.Terms.Now = center.Terms.Now with { SweepLimit = 0.5m };
        await center.Sweeps.RunOnceAsync(CancellationToken.None);
        center.Time.Advance(TimeSpan.FromHours(72));

        SweepsRun paused = await center.Sweeps.RunOnceAsync(CancellationToken.None);
        HealthReport ill = await HealthAsync(center);
        await center.Retention.SweepAsync(Center.Ada, isConfirmed: true);
        HealthReport well = await HealthAsync(center);

        Assert.Equal((1, 0), (paused.TenantsPaused, paused.Deleted));
        Assert.Equal(1, ill.TenantsWithPausedSweeps);
        Assert.Contains(HealthProblem.SweepsPaused, ill.Problems);
        Assert.Equal((4, 0), (center.Target.Deleted.Count, well.TenantsWithPausedSweeps));
        Assert.DoesNotContain(HealthProblem.SweepsPaused, well.Problems);
    }

    [Fact]
    public async Task One_tenant_that_cannot_be_swept_keeps_no_other_waiting()
    {
        await using Center center = await DueAsync(StoreNames.InMemory, 1);
        var damaged = new TenantId("aaa");
        await center.Documents.CommitAsync(DocumentBatch.For(damaged, new("damage")).Create(new(Collections.Sweeps, "state"), "{}"u8.ToArray()), CancellationToken.None);

        SweepsRun run = await center.Sweeps.RunOnceAsync(CancellationToken.None);

        Assert.Equal((1, 1, 1), (run.Tenants, run.TenantsFailed, run.Marked));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_background_announces_what_has_come_once(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        await center.CreateAsync(Center.New() with { Deadlines = new() { RemindAt = center.Time.GetUtcNow().AddHours(1), ExpiresAt = center.Time.GetUtcNow().AddHours(3) } });

        int before = await AnnouncedAsync();
        center.Time.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => center.Announcements.RunOnceAsync(CancellationToken.None).AsTask())));
        int reminded = await AnnouncedAsync();
        center.Time.Advance(TimeSpan.FromHours(2));

        Assert.Equal((0, 1, 2), (before, reminded, await AnnouncedAsync()));

        async Task<int> AnnouncedAsync()
        {
            await center.Announcements.RunOnceAsync(CancellationToken.None);
            return (await center.ContentAsync()).Count(line => line.StartsWith("journal", StringComparison.Ordinal)
                && (line.Contains("evaluation.reminder", StringComparison.Ordinal) || line.Contains("evaluation.expired", StringComparison.Ordinal)));
        }
    }

    private static async Task<HealthReport> HealthAsync(Center center) =>
        await new HealthService(center.Documents, center.Maintenance, new(), new(), center.Time).ReadAsync(CancellationToken.None);

    private static async Task<Center> DueAsync(string store, int calls)
    {
        Center center = await Center.OpenAsync(store);
        for (int call = 0; call < calls; call++)
        {
            await center.Interactions.ReportAsync(Center.Bot, Reported.Call($"call-{call}"), Reported.Keep(1));
        }

        return center;
    }
}
