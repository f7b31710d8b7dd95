using QualityKit.Jobs;
using QualityKit.Tests.Interactions;

namespace QualityKit.Tests.Jobs;

public sealed class JobScheduleTests
{
    private static readonly BulkJob Delete = new() { Id = new("d"), Action = JobAction.Delete, Owner = new("olga"), PlannedAt = Calls.Noon, StartAt = Calls.Noon.AddDays(2) };
    private static readonly BulkJob Export = new() { Id = new("e"), Action = JobAction.Export, Owner = new("olga"), PlannedAt = Calls.Noon, StartAt = Calls.Noon.AddDays(7) };

    [Theory]
    [InlineData(JobStatus.Ready, 2)]
    [InlineData(JobStatus.Paused, 2)]
    [InlineData(JobStatus.Running, 7)]
    public void A_deletion_pulls_a_later_export_forward_that_does_not_run_yet(JobStatus status, int day)
    {
        BulkJob export = Export with { Status = status };
        JobPlan plan = JobSchedule.Plan(Delete, [export]);

        Assert.Same(Delete, plan.Job);
        Assert.Equal(day == 2 ? [export with { StartAt = Calls.Noon.AddDays(2) }] : [], plan.PulledForward.ToArray());
    }

    [Fact]
    public void What_is_planned_for_before_the_deletion_stays_where_it_is()
    {
        Assert.Empty(JobSchedule.Plan(Delete, [Export with { StartAt = Delete.StartAt }, Export with { StartAt = null }, Delete with { StartAt = Calls.Noon.AddDays(9) }]).PulledForward);
        Assert.Empty(JobSchedule.Plan(Delete with { Action = JobAction.Archive }, [Export]).PulledForward);
    }

    [Fact]
    public void An_export_that_comes_later_starts_with_the_earliest_deletion()
    {
        BulkJob[] open = [Delete, Delete with { StartAt = Calls.Noon.AddDays(1), Status = JobStatus.Paused }, Delete with { StartAt = Calls.Noon.AddHours(1), Status = JobStatus.Finished }];

        Assert.Equal(Calls.Noon.AddDays(1), JobSchedule.Plan(Export, open).Job.StartAt);
        Assert.Same(Export, JobSchedule.Plan(Export, [Delete with { StartAt = Calls.Noon.AddDays(8) }]).Job);
        Assert.Empty(JobSchedule.Plan(Export, open).PulledForward);
    }

    [Fact]
    public void A_deletion_waits_for_every_export_that_comes_before_it()
    {
        BulkJob export = Export with { StartAt = Delete.StartAt };

        Assert.Same(export, JobSchedule.WaitsFor(Delete, [Delete, export]));
        Assert.Same(export, JobSchedule.WaitsFor(Delete with { StartAt = Calls.Noon.AddDays(3) }, [export]));
        Assert.Null(JobSchedule.WaitsFor(Delete, [Export, export with { Status = JobStatus.Finished }]));
        Assert.Null(JobSchedule.WaitsFor(Export, [export]));
    }

    [Fact]
    public void A_job_that_is_planned_for_no_time_starts_when_it_is_planned() =>
        Assert.Equal((Calls.Noon, Calls.Noon.AddDays(2)), ((Delete with { StartAt = null }).At, Delete.At));

    [Theory]
    [InlineData(JobStatus.Ready, true)]
    [InlineData(JobStatus.Running, true)]
    [InlineData(JobStatus.Paused, true)]
    [InlineData(JobStatus.Finished, false)]
    [InlineData(JobStatus.Failed, false)]
    [InlineData(JobStatus.Cancelled, false)]
    public void What_is_not_over_can_be_paused_and_goes_on_where_it_was(JobStatus status, bool isDone)
    {
        BulkJob job = Delete with { Status = status, Cursor = "m" };
        JobChange paused = JobWorkflow.Pause(job);
        JobChange resumed = JobWorkflow.Resume(paused.Job);

        Assert.Equal(isDone ? JobRefusal.None : JobRefusal.Status, paused.Refusal);
        Assert.Equal(isDone ? JobRefusal.None : JobRefusal.Status, resumed.Refusal);
        Assert.Equal(isDone ? JobStatus.Paused : status, paused.Job.Status);
        Assert.Equal((isDone ? JobStatus.Ready : status, "m"), (resumed.Job.Status, resumed.Job.Cursor));
    }

    [Fact]
    public void Resuming_what_is_not_paused_changes_nothing()
    {
        BulkJob running = Delete with { Status = JobStatus.Running };

        Assert.Same(running, JobWorkflow.Resume(running).Job);
        Assert.Equal(JobRefusal.Status, JobWorkflow.Start(Delete with { Status = JobStatus.Paused }, running: 0).Refusal);
    }

    [Fact]
    public void What_was_done_before_a_job_was_cancelled_is_counted()
    {
        BulkJob cancelled = Delete with { Status = JobStatus.Cancelled, Counts = new() { Processed = 2 } };

        Assert.Equal(new JobCounts { Processed = 5, Failed = 1 }, JobWorkflow.Settle(cancelled, new() { Processed = 3, Failed = 1 }).Job.Counts);
        Assert.Equal(JobRefusal.Status, JobWorkflow.Settle(Delete, new() { Processed = 3 }).Refusal);
    }
}
