using QualityKit.Access;
using QualityKit.Interactions;
using QualityKit.Jobs;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Validation;

namespace QualityKit.Services.Tests.Services;

public sealed class JobServiceTests : IClassFixture<Databases>
{
    private static readonly AttributePredicate Gold = new AttributePredicate.IsOneOf { Attribute = "tier", Values = [AttributeValue.Of("gold")] };

    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_deletion_deletes_what_it_is_about_and_skips_what_is_held_open_erred_or_lasts(string store)
    {
        await using Center center = await CallsAsync(store, 4);
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call("silver", tier: "silver"));
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call("held"));
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call("evaluated"));
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call("erred"), [new() { Policy = "p", Error = "unknown form" }]);
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call("lasting") with { EndedAt = null });
        await center.Holds.PlaceAsync(Center.Ada, HoldOn("held"));
        await center.CreateAsync(Center.New(interaction: "evaluated"));

        JobId job = await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Delete, Query = Gold });
        await RunAsync(center);

        BulkJob done = await center.Jobs.GetAsync(Center.Ada, job);
        Assert.Equal((JobStatus.Finished, Counts(4, 0, 4)), (done.Status, done.Counts));
        Assert.Equal(["call-0", "call-1", "call-2", "call-3"], center.Target.Deleted.Select(id => id.Value).Order(StringComparer.Ordinal));
        Assert.Equal(["erred", "evaluated", "held", "lasting", "silver"], await LeftAsync(center));
        Assert.Equal(Gold, done.Query);
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Archiving_skips_what_is_held_or_archived_and_exporting_does_not(string store)
    {
        await using Center center = await CallsAsync(store, 3);
        await center.Holds.PlaceAsync(Center.Ada, HoldOn("call-1"));

        JobId first = await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Archive });
        await RunAsync(center);
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call("call-0", tier: "silver"));
        JobId second = await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Archive });
        JobId export = await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Export });
        await RunAsync(center);

        Assert.Equal(Counts(2, 0, 1), (await center.Jobs.GetAsync(Center.Ada, first)).Counts);
        Assert.Equal(Counts(0, 0, 3), (await center.Jobs.GetAsync(Center.Ada, second)).Counts);
        Assert.Equal(Counts(3, 0, 0), (await center.Jobs.GetAsync(Center.Ada, export)).Counts);
        Assert.Equal(["call-0", "call-2"], center.JobTarget.Of(JobAction.Archive));
        Assert.Equal(["call-0", "call-1", "call-2"], center.JobTarget.Of(JobAction.Export));
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Fact]
    public async Task A_job_goes_through_everything_page_by_page()
    {
        await using Center center = await CallsAsync(StoreNames.InMemory, 230);

        JobId job = await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Delete });
        int runs = await RunAsync(center);

        Assert.Equal(Counts(230, 0, 0), (await center.Jobs.GetAsync(Center.Ada, job)).Counts);
        Assert.Empty(await LeftAsync(center));
        Assert.Equal(2, runs);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task At_most_two_jobs_of_a_tenant_run_at_once(string store)
    {
        await using Center center = await CallsAsync(store, 60);
        center.JobOptions.ItemsPerTurn = 1;
        for (int job = 0; job < 4; job++)
        {
            await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Export });
        }

        var running = new List<int>();
        do
        {
            running.Add((await ListAsync(center)).Count(job => job.Status == JobStatus.Running));
        }
        while ((await center.Jobs.RunOnceAsync(CancellationToken.None)).Interactions > 0);

        Assert.Equal(2, running.Max());
        Assert.All(await ListAsync(center), job => Assert.Equal((JobStatus.Finished, Counts(60, 0, 0)), (job.Status, job.Counts)));
        Assert.Equal(240, center.JobTarget.Done.Count);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_job_waits_while_it_is_paused_goes_on_where_it_was_and_ends_when_it_is_cancelled(string store)
    {
        await using Center center = await CallsAsync(store, 60);
        JobId job = await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Delete });
        int deleted = 0;
        center.Target.Meanwhile = () => ++deleted == 7 ? center.Jobs.PauseAsync(Center.Ada, job) : Task.CompletedTask;

        await RunAsync(center);
        BulkJob paused = await center.Jobs.GetAsync(Center.Ada, job);
        int left = (await LeftAsync(center)).Count;
        await center.Jobs.ResumeAsync(Center.Ada, job);
        center.Target.Meanwhile = () => ++deleted == 57 ? center.Jobs.CancelAsync(Center.Ada, job) : Task.CompletedTask;
        await RunAsync(center);
        BulkJob cancelled = await center.Jobs.GetAsync(Center.Ada, job);

        Assert.Equal((JobStatus.Paused, 53), (paused.Status, left));
        Assert.Equal((JobStatus.Cancelled, Counts(57, 0, 0)), (cancelled.Status, cancelled.Counts));
        Assert.Equal(3, (await LeftAsync(center)).Count);
        Assert.Equal(IssueCodes.JobOver, await RefusedAsync(() => center.Jobs.ResumeAsync(Center.Ada, job)));
    }

    [Fact]
    public async Task A_job_that_was_planned_for_later_does_nothing_before()
    {
        await using Center center = await CallsAsync(StoreNames.InMemory, 2);
        JobId job = await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Delete, StartAt = center.Time.GetUtcNow().AddDays(1) });

        await RunAsync(center);
        center.Time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromTicks(10));
        await RunAsync(center);
        int early = center.Target.Deleted.Count;
        center.Time.Advance(TimeSpan.FromTicks(10));
        await RunAsync(center);

        Assert.Equal((0, 2), (early, center.Target.Deleted.Count));
        Assert.Equal(JobStatus.Finished, (await center.Jobs.GetAsync(Center.Ada, job)).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_deletion_that_is_planned_before_a_planned_export_pulls_it_forward(bool isExportFirst)
    {
        await using Center center = await CallsAsync(StoreNames.InMemory, 3);
        DateTimeOffset start = center.Time.GetUtcNow();
        var plans = new List<NewJob> { new() { Action = JobAction.Export, StartAt = start.AddDays(7) }, new() { Action = JobAction.Delete, StartAt = start.AddDays(2) } };
        JobId[] jobs = [await center.Jobs.PlanAsync(Center.Ada, plans[isExportFirst ? 0 : 1]), await center.Jobs.PlanAsync(Center.Ada, plans[isExportFirst ? 1 : 0])];
        BulkJob export = await center.Jobs.GetAsync(Center.Ada, jobs[isExportFirst ? 0 : 1]);

        center.Time.Advance(TimeSpan.FromDays(2));
        await RunAsync(center);

        Assert.Equal(start.AddDays(2), export.StartAt);
        Assert.Equal(["call-0", "call-1", "call-2"], center.JobTarget.Of(JobAction.Export));
        Assert.Empty(await LeftAsync(center));
        Assert.All(await ListAsync(center), job => Assert.Equal((JobStatus.Finished, Counts(3, 0, 0)), (job.Status, job.Counts)));
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Fact]
    public async Task A_deletion_waits_for_an_export_that_is_paused_until_it_is_cancelled()
    {
        await using Center center = await CallsAsync(StoreNames.InMemory, 3);
        JobId export = await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Export });
        await center.Jobs.PauseAsync(Center.Ada, export);
        await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Delete });

        await RunAsync(center);
        int left = (await LeftAsync(center)).Count;
        await center.Jobs.CancelAsync(Center.Ada, export);
        await RunAsync(center);

        Assert.Equal(3, left);
        Assert.Empty(await LeftAsync(center));
    }

    [Fact]
    public async Task Whoever_lost_the_right_deletes_nothing_more()
    {
        await using Center center = await CallsAsync(StoreNames.InMemory, 120);
        JobId job = await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Delete });
        int deleted = 0;
        center.Target.Meanwhile = () =>
        {
            if (++deleted == 3)
            {
                center.People.Add(Center.Tenant, new Person { Id = Center.Ada.Id, Roles = [Roles.Agent.Key] });
            }

            return Task.CompletedTask;
        };

        await RunAsync(center);

        BulkJob failed = await center.Jobs.GetAsync(Center.Ada, job);
        Assert.Equal((JobStatus.Failed, "access.denied"), (failed.Status, failed.FailureCode));
        Assert.Equal(70, (await LeftAsync(center)).Count);
        Assert.Equal([$"ada Denied job/{job}, DeleteInteractions access.denied.permission"], await DenialsAsync(center));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Jobs.PlanAsync(Center.Mona, new() { Action = JobAction.Delete }));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Jobs.PauseAsync(Center.Mona, job));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Jobs.GetAsync(Center.Mona, job));
        await Assert.ThrowsAsync<AccessDeniedException>(() => ListAsync(center, Center.Mona));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(31)]
    [InlineData(1)]
    [InlineData(-31)]
    public async Task A_planned_deletion_waits_while_the_clock_may_be_wrong_and_an_export_does_not(int days)
    {
        await using Center center = await CallsAsync(StoreNames.InMemory, 2);
        SealProgress sealing = SealProgress.Start(center.Time.GetUtcNow()) with { Number = 1 };
        await center.Documents.CommitAsync(sealing.StoreIn(DocumentBatch.For(Center.Tenant, new("seal"))), CancellationToken.None);
        await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Delete, StartAt = center.Time.GetUtcNow().AddDays(-100) });
        await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Export, StartAt = center.Time.GetUtcNow().AddDays(-99) });
        center.Time.SetUtcNow(center.Time.GetUtcNow().AddDays(days));

        await RunAsync(center);
        int left = (await LeftAsync(center)).Count;
        center.Time.SetUtcNow(center.Time.GetUtcNow().AddDays(-days));
        await RunAsync(center);

        Assert.Equal(2, left);
        Assert.Empty(await LeftAsync(center));
        Assert.Equal(2, center.JobTarget.Done.Count);
    }

    [Fact]
    public async Task What_fails_is_counted_and_the_job_goes_on()
    {
        await using Center center = await CallsAsync(StoreNames.InMemory, 3);
        center.JobTarget.Answer = order => order.Interaction.Id.Value switch
        {
            "call-0" => throw new InvalidOperationException("the tape is full"),
            "call-1" => Task.FromResult(JobOutcome.NothingThere),
            _ => Task.FromResult(JobOutcome.Done),
        };

        JobId job = await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Export });
        await RunAsync(center);

        Assert.Equal(Counts(1, 1, 1), (await center.Jobs.GetAsync(Center.Ada, job)).Counts);
    }

    [Fact]
    public async Task What_storage_cannot_do_now_is_done_later()
    {
        await using Center center = await CallsAsync(StoreNames.InMemory, 3);
        bool isDown = true;
        center.JobTarget.Answer = order => isDown && order.Interaction.Id.Value == "call-1" ? throw new StorageUnavailableException("down") : Task.FromResult(JobOutcome.Done);

        JobId job = await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Export });
        BulkJobsRun run = await center.Jobs.RunOnceAsync(CancellationToken.None);
        isDown = false;
        await RunAsync(center);

        Assert.Equal(1, run.TenantsFailed);
        Assert.Equal(Counts(3, 0, 0), (await center.Jobs.GetAsync(Center.Ada, job)).Counts);
        Assert.Equal(3, center.JobTarget.Done.Count);
    }

    [Fact]
    public async Task A_hold_that_is_placed_while_a_job_deletes_or_archives_wins()
    {
        await using Center center = await CallsAsync(StoreNames.InMemory, 2);
        center.Target.Meanwhile = () => center.Holds.PlaceAsync(Center.Ada, HoldOn("call-0"), new("place"));
        center.JobTarget.Answer = async order =>
        {
            await center.Holds.PlaceAsync(Center.Ada, HoldOn(order.Interaction.Id.Value) with { Id = new("h-" + order.Interaction.Id.Value) }, new("place " + order.Interaction.Id.Value));
            return JobOutcome.Done;
        };

        JobId delete = await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Delete });
        await RunAsync(center);
        JobId archive = await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Archive });
        await RunAsync(center);

        Assert.Equal(["call-0"], await LeftAsync(center));
        Assert.Equal(Counts(1, 0, 1), (await center.Jobs.GetAsync(Center.Ada, delete)).Counts);
        Assert.Equal(Counts(0, 0, 1), (await center.Jobs.GetAsync(Center.Ada, archive)).Counts);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task However_many_nodes_run_it_each_interaction_is_done_and_counted_once(string store)
    {
        await using Center center = await CallsAsync(store, 70);
        Center[] nodes = [center, center.With(new()), center.With(new())];
        JobId delete = await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Archive });
        JobId export = await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Export });

        foreach (int _ in Enumerable.Range(0, 3))
        {
            await Task.WhenAll(nodes.Select(node => Task.Run(() => node.Jobs.RunOnceAsync(CancellationToken.None).AsTask())));
        }

        Assert.Equal(Counts(70, 0, 0), (await center.Jobs.GetAsync(Center.Ada, delete)).Counts);
        Assert.Equal(Counts(70, 0, 0), (await center.Jobs.GetAsync(Center.Ada, export)).Counts);
        Assert.Equal(140, center.JobTarget.Done.Count);
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Fact]
    public async Task A_job_that_nothing_does_or_one_too_many_is_refused_with_every_issue()
    {
        await using Center center = await CallsAsync(StoreNames.InMemory, 1);
        var unknown = new AttributePredicate.IsSet { Attribute = "moon" };

        Assert.Equal(IssueCodes.UnknownAttribute, await RefusedAsync(() => center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Delete, Query = unknown })));
        center.JobTarget.Actions.Remove(JobAction.Archive);
        Assert.Equal(IssueCodes.JobNobodyDoes, await RefusedAsync(() => center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Archive })));
        for (int job = 0; job < JobSchedule.MostOpen; job++)
        {
            await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Export, StartAt = center.Time.GetUtcNow().AddDays(1) });
        }

        Assert.Equal(IssueCodes.JobTooManyOpen, await RefusedAsync(() => center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Delete })));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Jobs.GetAsync(Center.Ada, new("none")));
    }

    [Fact]
    public async Task What_its_owner_may_not_export_fails_and_is_in_the_log()
    {
        AttributeRule silver = new() { Key = "silver", When = new AttributePredicate.IsOneOf { Attribute = "tier", Values = [AttributeValue.Of("silver")] }, Roles = ["qualityManager"] };
        await using Center center = await Center.OpenAsync(policy: AccessPolicy.Standard with { Attributes = [silver] });
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call());
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call("silver", tier: "silver"));
        JobId job = await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Export });

        await RunAsync(center);

        Assert.Equal(Counts(1, 1, 0), (await center.Jobs.GetAsync(Center.Ada, job)).Counts);
        Assert.Equal([$"ada Denied interaction/silver, ExportInteractions {AccessCodes.DeniedAttribute}"], await DenialsAsync(center));
    }

    [Fact]
    public async Task Lists_of_jobs_are_in_the_log_with_how_many_they_showed()
    {
        await using Center center = await Center.OpenAsync(log: new());
        await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Export });
        await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Archive });

        await ListAsync(center);
        await center.Log.FlushAsync(CancellationToken.None);

        Assert.Equal(["ada Listed list/jobs, ArchiveInteractions  2"], (await DenialTests.EntriesAsync(center, new())).Where(entry => entry.Thing == "jobs").Select(entry => entry.ToString()));
    }

    [Fact]
    public async Task One_deletion_pulls_all_exports_forward_that_may_be_open()
    {
        await using Center center = await CallsAsync(StoreNames.InMemory, 1);
        DateTimeOffset start = center.Time.GetUtcNow();
        for (int job = 1; job < JobSchedule.MostOpen; job++)
        {
            await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Export, StartAt = start.AddDays(2) });
        }

        await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Delete, StartAt = start.AddDays(1) });

        Assert.All(await ListAsync(center), job => Assert.Equal(start.AddDays(1), job.StartAt));
    }

    [Fact]
    public async Task Tenants_take_turns()
    {
        await using Center center = await CallsAsync(StoreNames.InMemory, 150);
        var other = new TenantId("other");
        Actor zoe = new() { Tenant = other, Id = new("zoe"), Roles = ["administrator"] };
        center.People.Add(other, new Person { Id = zoe.Id, Roles = zoe.Roles });
        await center.Interactions.ReportAsync(zoe, Reported.Call());
        center.JobOptions.ItemsPerTurn = 50;
        await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Export });
        JobId small = await center.Jobs.PlanAsync(zoe, new() { Action = JobAction.Export });

        BulkJobsRun run = await center.Jobs.RunOnceAsync(CancellationToken.None);

        Assert.Equal((2, 51, true), (run.Tenants, run.Interactions, run.HasMore));
        Assert.Equal(JobStatus.Finished, (await center.Jobs.GetAsync(zoe, small)).Status);
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Jobs.GetAsync(Center.Ada, small));
    }

    private static JobCounts Counts(long processed, long failed, long skipped) => new() { Processed = processed, Failed = failed, Skipped = skipped };

    private static LegalHold HoldOn(string interaction) => new()
    {
        Id = new("h-1"),
        Reason = "case",
        Owner = new("legal"),
        PlacedAt = Reported.Start,
        Interactions = [new(interaction)],
    };

    private static async Task<Center> CallsAsync(string store, int calls)
    {
        Center center = await Center.OpenAsync(store);
        for (int call = 0; call < calls; call++)
        {
            await center.Interactions.ReportAsync(Center.Bot, Reported.Call($"call-{call}"));
        }

        return center;
    }

    // Until there is nothing more to do; how many runs it took.
    private static async Task<int> RunAsync(Center center)
    {
        for (int runs = 1; ; runs++)
        {
            if (!(await center.Jobs.RunOnceAsync(CancellationToken.None)).HasMore)
            {
                return runs;
            }
        }
    }

    private static async Task<List<BulkJob>> ListAsync(Center center, Actor? actor = null)
    {
        var jobs = new List<BulkJob>();
        await foreach (BulkJob job in center.Jobs.ListAsync(actor ?? Center.Ada))
        {
            jobs.Add(job);
        }

        return jobs;
    }

    private static async Task<IEnumerable<string>> DenialsAsync(Center center) =>
        (await DenialTests.EntriesAsync(center, new() { OnlyDenials = true })).Select(entry => entry.ToString());

    private static async Task<List<string>> LeftAsync(Center center)
    {
        var left = new List<string>();
        await foreach (Document document in center.Documents.QueryAllAsync(Center.Tenant, new() { Collection = "interactions", Index = "by-start" }))
        {
            left.Add(document.Key.Id);
        }

        return [.. left.Order(StringComparer.Ordinal)];
    }

    private static async Task<string> RefusedAsync(Func<Task> act) => Assert.Single((await Assert.ThrowsAsync<ValidationFailedException>(act)).Issues).Code;
}
