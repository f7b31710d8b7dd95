using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.Jobs;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Services.Tests.Services;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;

namespace QualityKit.Services.Tests.Faults;

/// <summary>A clock that is wrong, by a day, a month, a year, ahead and back, from the start or in the middle: nothing is deleted before it is due and has waited, nothing is told that has not come, and all goes on when the clock is right again.</summary>
public sealed class ClockFaultTests : IClassFixture<Databases>
{
    /// <summary>By how many days a clock is wrong.</summary>
    public static TheoryData<int> DaysOff => [1, 30, 365, -1, -30, -365];

    private static readonly int[] Days = [1, 30, 365];

    /// <summary>How wrong, in days; whether the audit was sealed before.</summary>
    public static TheoryData<string, int, bool> Clocks
    {
        get
        {
            var data = new TheoryData<string, int, bool>();
            foreach (string store in StoreNames.All)
            {
                foreach (int days in Days.Where(days => store == StoreNames.InMemory || days == 30).SelectMany(days => new[] { days, -days }))
                {
                    data.Add(store, days, true);
                    data.Add(store, days, false);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Clocks))]
    public async Task Whatever_the_clock_says_nothing_is_deleted_before_it_is_due_and_has_waited(string store, int days, bool isSealed)
    {
        await using Center center = await DueInTwoDaysAsync(store, isSealed);
        DateTimeOffset right = center.Time.GetUtcNow();
        DateTimeOffset due = Reported.Start.AddMinutes(10).AddDays(5);
        var wrong = TimeSpan.FromDays(days);

        // Two days with the wrong clock, swept every six hours; then the right one again.
        for (int hour = 0; hour <= 48; hour += 6)
        {
            center.Time.SetUtcNow(right.AddHours(hour) + wrong);
            await RunAllAsync(center, isSealed);
        }

        Assert.NotNull(await center.Interactions.FindAsync(Center.Tenant, new("call-1"), CancellationToken.None));
        Assert.Empty(center.Target.Deleted);
        DateTimeOffset? deleted = null;
        for (int hour = 54; hour <= 24 * 14 && deleted is null; hour += 6)
        {
            center.Time.SetUtcNow(right.AddHours(hour));
            await ConfirmAsync(center);
            await RunAllAsync(center, isSealed);
            deleted = center.Target.Deleted.Count > 0 ? center.Time.GetUtcNow() : null;
        }

        Assert.True(deleted >= due + SweepConditions.Wait - TimeSpan.FromDays(isSealed ? 0 : 1), $"deleted at {deleted}, due at {due}");
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Theory]
    [MemberData(nameof(DaysOff))]
    public async Task A_clock_that_jumps_while_a_sweep_runs_marks_nothing_as_of_another_time(int days)
    {
        await using Center center = await Center.OpenAsync();
        foreach (string call in new[] { "call-1", "call-2", "call-3" })
        {
            await center.Interactions.ReportAsync(Center.Bot, Reported.Call(call), Reported.Keep(1));
        }

        DateTimeOffset right = center.Time.GetUtcNow();
        int asked = 0;
        await center.Retention.SweepTurnAsync(Center.Bot, () => Jump(++asked == 2), CancellationToken.None);
        center.Time.SetUtcNow(right.AddHours(71));
        SweepReport early = await center.Retention.SweepAsync(Center.Bot);
        center.Time.SetUtcNow(right.AddHours(72));
        SweepReport late = await center.Retention.SweepAsync(Center.Bot);

        Assert.Equal((0, 3), (early.Deleted.Length, late.Deleted.Length));

        bool Jump(bool isNow)
        {
            center.Time.SetUtcNow(isNow ? right.AddDays(days) : center.Time.GetUtcNow());
            return true;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(365)]
    public async Task No_release_no_expiry_and_no_reminder_is_announced_by_a_clock_that_is_ahead(int days)
    {
        await using Center center = await Center.OpenAsync();
        DateTimeOffset right = center.Time.GetUtcNow();
        EvaluationId planned = await center.SubmittedAsync();
        await center.Evaluations.ReleaseAsync(Center.Eva, planned, ReleaseTime.At(right.AddHours(12)));
        await center.CreateAsync(Center.New("open") with { Deadlines = new() { RemindAt = right.AddHours(12), ExpiresAt = right.AddHours(20) } });
        await center.Sealing.RunOnceAsync(CancellationToken.None);

        center.Time.SetUtcNow(right.AddDays(days));
        await center.Announcements.RunOnceAsync(CancellationToken.None);
        int wrong = await ToldAsync(center);
        center.Time.SetUtcNow(right.AddHours(13));
        await ConfirmAsync(center);
        await center.Announcements.RunOnceAsync(CancellationToken.None);
        int released = await ToldAsync(center);

        Assert.Equal((0, 2), (wrong, released));
        Assert.Equal(EvaluationStatus.Pending, (await center.Evaluations.GetAsync(Center.Mona, Center.New("open").IdIn(Center.Tenant))).Status);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(365)]
    public async Task A_dispute_that_a_wrong_clock_refused_is_taken_by_the_right_one(int days)
    {
        await using Center center = await Center.OpenAsync();
        EvaluationId evaluation = await center.ReleasedAsync();
        DateTimeOffset right = center.Time.GetUtcNow().AddDays(1);
        center.Time.SetUtcNow(right.AddDays(days));
        bool isRefused = await Record.ExceptionAsync(() => center.Evaluations.DisputeAsync(Center.Anna, evaluation, "No.", command: new("early"))) is TransitionNotAllowedException;
        center.Time.SetUtcNow(right);

        if (isRefused)
        {
            await center.Evaluations.DisputeAsync(Center.Anna, evaluation, "No.", command: new("again"));
        }

        Assert.Equal(days > 14, isRefused);
        Assert.Equal(EvaluationStatus.Disputed, (await center.Evaluations.GetAsync(Center.Mona, evaluation)).Status);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-30)]
    [InlineData(-365)]
    public async Task A_clock_that_is_behind_loses_no_dispute_and_no_comment(int days)
    {
        await using Center center = await Center.OpenAsync();
        EvaluationId evaluation = await center.ReleasedAsync();
        DateTimeOffset right = center.Time.GetUtcNow();
        center.Time.SetUtcNow(right.AddDays(days));
        await center.Evaluations.CommentAsync(Center.Eva, evaluation, "Well done.");
        center.Time.SetUtcNow(right);
        await center.Evaluations.DisputeAsync(Center.Anna, evaluation, "No.");

        Assert.Equal(EvaluationStatus.Disputed, (await center.Evaluations.GetAsync(Center.Mona, evaluation)).Status);
        Assert.Single((await center.Evaluations.GetAsync(Center.Anna, evaluation)).Comments);
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Theory]
    [MemberData(nameof(DaysOff))]
    public async Task A_node_whose_clock_is_wrong_takes_no_lease_for_longer_than_it_lasts(int days)
    {
        await using Center center = await Center.OpenAsync();
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call());
        Center wrong = center.With(new());
        DateTimeOffset right = center.Time.GetUtcNow();
        wrong.Time.SetUtcNow(right.AddDays(days));
        JobId job = await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Export, StartAt = right.AddDays(-400) });

        // The wrong node takes the tenant and dies before it does anything.
        wrong.JobOptions.ItemsPerTurn = 0;
        await wrong.Jobs.RunOnceAsync(CancellationToken.None);
        await center.Jobs.RunOnceAsync(CancellationToken.None);
        center.Time.Advance(center.JobOptions.Lease);
        await center.Jobs.RunOnceAsync(CancellationToken.None);

        Assert.Equal(JobStatus.Finished, (await center.Jobs.GetAsync(Center.Ada, job)).Status);
        Assert.Single(center.JobTarget.Done);
    }

    [Theory]
    [MemberData(nameof(DaysOff))]
    public async Task A_job_that_was_planned_for_later_is_not_lost_to_a_wrong_clock(int days)
    {
        await using Center center = await Center.OpenAsync();
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call());
        DateTimeOffset right = center.Time.GetUtcNow();
        await center.Sealing.RunOnceAsync(CancellationToken.None);
        JobId job = await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Delete, StartAt = right.AddHours(12) });
        center.Time.SetUtcNow(right.AddDays(days));
        await center.Jobs.RunOnceAsync(CancellationToken.None);
        int early = center.Target.Deleted.Count;
        center.Time.SetUtcNow(right.AddHours(12));
        await ConfirmAsync(center);
        await center.Jobs.RunOnceAsync(CancellationToken.None);

        Assert.Equal((0, 1), (early, center.Target.Deleted.Count));
        Assert.Equal(JobStatus.Finished, (await center.Jobs.GetAsync(Center.Ada, job)).Status);
    }

    // Due two days after the clock of the center begins.
    private static async Task<Center> DueInTwoDaysAsync(string store, bool isSealed)
    {
        Center center = await Center.OpenAsync(store);
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call(), Reported.Keep(5), new("report"));
        await center.Retention.SweepAsync(Center.Bot, command: new("first"));
        if (isSealed)
        {
            await center.Sealing.RunOnceAsync(CancellationToken.None);
        }

        return center;
    }

    private static async Task RunAllAsync(Center center, bool isSealed)
    {
        center.SweepOptions.Every = TimeSpan.FromHours(1);
        if (isSealed)
        {
            await center.Sealing.RunOnceAsync(CancellationToken.None);
        }

        await center.Sweeps.RunOnceAsync(CancellationToken.None);
        await center.Retention.SweepAsync(Center.Bot);
        await center.Jobs.RunOnceAsync(CancellationToken.None);
    }

    // A person looked, and the clock is right.
    private static async Task ConfirmAsync(Center center)
    {
        if (await SealProgress.NewestAsync(center.Documents, Center.Tenant, CancellationToken.None) is not null)
        {
            await center.Sealing.ConfirmClockAsync(Center.Tenant, Center.Ada.Id, CancellationToken.None);
        }
    }

    private static async Task<int> ToldAsync(Center center)
    {
        int told = 0;
        await foreach (Document document in center.Documents.QueryAllAsync(Center.Tenant, new() { Collection = "journal", Index = "by-entity", Equal = [[IndexValue.Of("evaluation")]] }))
        {
            told += JournalFormat.Read(Center.Tenant, document).Lines.Count(line => line.Record is null);
        }

        return told;
    }
}
