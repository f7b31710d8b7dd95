using QualityKit.Jobs;
using QualityKit.Tests.Interactions;

namespace QualityKit.Tests.Jobs;

public sealed class JobTests
{
    private static readonly BulkJob Ready = new() { Id = new("j-1"), Action = JobAction.Delete, Owner = new("olga"), PlannedAt = Calls.Noon };
    private static readonly BulkJob Running = Ready with { Status = JobStatus.Running };

    [Fact]
    public void A_job_goes_through_everything_and_counts()
    {
        BulkJob job = JobWorkflow.Start(Ready, running: 1).Job;
        job = JobWorkflow.Advance(job, Step(null, "m", 3, 1, 0)).Job;
        job = JobWorkflow.Advance(job, Step("m", null, 2, 0, 4)).Job;

        Assert.Equal((JobStatus.Finished, null), (job.Status, job.Cursor));
        Assert.Equal(new JobCounts { Processed = 5, Failed = 1, Skipped = 4 }, job.Counts);
        Assert.True(job.IsOver);
        Assert.Equal("job j-1: Finished", job.ToString());
    }

    [Fact]
    public void At_most_two_run_at_once()
    {
        Assert.True(JobWorkflow.Start(Ready, running: 1).IsDone);
        Assert.Equal(JobRefusal.TooManyRunning, JobWorkflow.Start(Ready, running: 2).Refusal);
        Assert.Same(Ready, JobWorkflow.Start(Ready, running: 2).Job);
        Assert.True(JobWorkflow.Start(Running, running: 2).IsDone);
    }

    [Fact]
    public void A_step_that_comes_twice_counts_once()
    {
        BulkJob once = JobWorkflow.Advance(Running, Step(null, "m", 3, 0, 0)).Job;
        JobChange twice = JobWorkflow.Advance(once, Step(null, "m", 3, 0, 0));

        Assert.Equal(JobRefusal.Cursor, twice.Refusal);
        Assert.Equal(3, twice.Job.Counts.Processed);
    }

    [Fact]
    public void A_step_that_goes_nowhere_is_refused() =>
        Assert.Equal(JobRefusal.Cursor, JobWorkflow.Advance(Running with { Cursor = "m" }, Step("m", "m", 1, 0, 0)).Refusal);

    [Theory]
    [InlineData(JobStatus.Ready, "start", true)]
    [InlineData(JobStatus.Ready, "advance", false)]
    [InlineData(JobStatus.Ready, "fail", false)]
    [InlineData(JobStatus.Ready, "cancel", true)]
    [InlineData(JobStatus.Running, "start", true)]
    [InlineData(JobStatus.Running, "advance", true)]
    [InlineData(JobStatus.Running, "fail", true)]
    [InlineData(JobStatus.Running, "cancel", true)]
    [InlineData(JobStatus.Finished, "start", false)]
    [InlineData(JobStatus.Finished, "advance", false)]
    [InlineData(JobStatus.Finished, "fail", false)]
    [InlineData(JobStatus.Finished, "cancel", false)]
    [InlineData(JobStatus.Failed, "start", false)]
    [InlineData(JobStatus.Failed, "advance", false)]
    [InlineData(JobStatus.Failed, "fail", true)]
    [InlineData(JobStatus.Failed, "cancel", false)]
    [InlineData(JobStatus.Cancelled, "start", false)]
    [InlineData(JobStatus.Cancelled, "advance", false)]
    [InlineData(JobStatus.Cancelled, "fail", false)]
    [InlineData(JobStatus.Cancelled, "cancel", true)]
    public void The_status_says_what_may_become_of_a_job(JobStatus status, string attempt, bool expected)
    {
        BulkJob job = Ready with { Status = status };
        JobChange change = attempt switch
        {
            "start" => JobWorkflow.Start(job, 0),
            "advance" => JobWorkflow.Advance(job, Step(null, "m", 1, 0, 0)),
            "fail" => JobWorkflow.Fail(job, "store-down"),
            _ => JobWorkflow.Cancel(job),
        };

        Assert.Equal(expected, change.IsDone);
        Assert.True(expected || ReferenceEquals(job, change.Job));
        Assert.True(expected || change.Refusal == JobRefusal.Status);
    }

    [Fact]
    public void A_job_that_fails_says_why_and_keeps_its_counts()
    {
        BulkJob failed = JobWorkflow.Fail(Running with { Counts = new() { Processed = 7 } }, "store-down").Job;

        Assert.Equal(("store-down", 7L, true), (failed.FailureCode, failed.Counts.Processed, failed.IsOver));
    }

    [Theory]
    [InlineData(10, 1, 1)]
    [InlineData(1, 10, 1)]
    [InlineData(5, 5, 5)]
    public void A_deletion_before_a_planned_export_pulls_it_forward(int export, int delete, int expected)
    {
        DateTimeOffset exportAt = Calls.Noon.AddDays(export), deleteAt = Calls.Noon.AddDays(delete), expectedAt = Calls.Noon.AddDays(expected);

        MediaSchedule one = MediaSchedule.Empty.Plan(JobAction.Export, exportAt).Plan(JobAction.Delete, deleteAt);
        MediaSchedule other = MediaSchedule.Empty.Plan(JobAction.Delete, deleteAt).Plan(JobAction.Export, exportAt);

        Assert.Equal((expectedAt, deleteAt), (one.ExportAt, one.DeleteAt));
        Assert.Equal(one, other);
    }

    [Fact]
    public void Nothing_is_archived_when_it_is_gone()
    {
        MediaSchedule planned = MediaSchedule.Empty.Plan(JobAction.Archive, Calls.Noon);

        Assert.Equal(Calls.Noon, planned.ArchiveAt);
        Assert.Equal(Calls.Noon, planned.Plan(JobAction.Delete, Calls.Noon.AddTicks(1)).ArchiveAt);
        Assert.Null(planned.Plan(JobAction.Delete, Calls.Noon).ArchiveAt);
        Assert.Throws<ArgumentOutOfRangeException>(() => planned.Plan((JobAction)9, Calls.Noon));
    }

    private static JobStep Step(string? from, string? next, long processed, long failed, long skipped) =>
        new() { From = from, Next = next, Counts = new() { Processed = processed, Failed = failed, Skipped = skipped } };
}
