namespace QualityKit.Jobs;

/// <summary>What may become of bulk jobs. Everything that comes twice has one effect.</summary>
public static class JobWorkflow
{
    /// <summary>How many jobs of a tenant may run at once.</summary>
    public const int MostRunning = 2;

    /// <summary>Starts a job. One that runs is started.</summary>
    /// <param name="job">The job.</param>
    /// <param name="running">How many other jobs of the tenant run.</param>
    public static JobChange Start(BulkJob job, int running)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.Status switch
        {
            JobStatus.Running => Same(job),
            JobStatus.Ready when running >= MostRunning => Refused(job, JobRefusal.TooManyRunning),
            JobStatus.Ready => Same(job with { Status = JobStatus.Running }),
            _ => Refused(job, JobRefusal.Status),
        };
    }

    /// <summary>Counts a stretch that was done. One that was counted before, by whoever did it first, is refused and counts once.</summary>
    public static JobChange Advance(BulkJob job, JobStep step)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(step);
        if (job.Status != JobStatus.Running)
        {
            return Refused(job, JobRefusal.Status);
        }

        return step.From != job.Cursor || (step.Next is not null && step.Next == step.From)
            ? Refused(job, JobRefusal.Cursor)
            : Same(job with { Cursor = step.Next, Counts = job.Counts.Plus(step.Counts), Status = step.Next is null ? JobStatus.Finished : JobStatus.Running });
    }

    /// <summary>Gives a job up. One that failed, failed.</summary>
    /// <param name="job">The job.</param>
    /// <param name="code">Why, as a code.</param>
    public static JobChange Fail(BulkJob job, string code)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        return job.Status switch
        {
            JobStatus.Failed => Same(job),
            JobStatus.Running => Same(job with { Status = JobStatus.Failed, FailureCode = code }),
            _ => Refused(job, JobRefusal.Status),
        };
    }

    /// <summary>Stops a job. One that was stopped is stopped.</summary>
    public static JobChange Cancel(BulkJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.Status == JobStatus.Cancelled || !job.IsOver
            ? Same(job with { Status = JobStatus.Cancelled })
            : Refused(job, JobRefusal.Status);
    }

    /// <summary>Stops a job for a while. One that is paused is paused.</summary>
    public static JobChange Pause(BulkJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.IsOver ? Refused(job, JobRefusal.Status) : Same(job with { Status = JobStatus.Paused });
    }

    /// <summary>Lets a paused job wait for its turn again; it goes on where it was. One that is not paused, and not over, goes on.</summary>
    public static JobChange Resume(BulkJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.IsOver ? Refused(job, JobRefusal.Status)
            : job.Status == JobStatus.Paused ? Same(job with { Status = JobStatus.Ready })
            : Same(job);
    }

    /// <summary>Counts what was done of a stretch that was under way when somebody cancelled the job.</summary>
    public static JobChange Settle(BulkJob job, JobCounts counts)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(counts);
        return job.Status == JobStatus.Cancelled ? Same(job with { Counts = job.Counts.Plus(counts) }) : Refused(job, JobRefusal.Status);
    }

    private static JobChange Same(BulkJob job) => new() { Job = job };

    private static JobChange Refused(BulkJob job, JobRefusal why) => new() { Job = job, Refusal = why };
}
