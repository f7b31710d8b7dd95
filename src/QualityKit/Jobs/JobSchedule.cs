namespace QualityKit.Jobs;

/// <summary>Keeps jobs of a tenant in order: what is to be exported is never lost to a deletion. Which interactions two jobs share cannot be told of their queries, so any export counts.</summary>
public static class JobSchedule
{
    /// <summary>How many jobs of a tenant may wait or run at once.</summary>
    public const int MostOpen = 40;

    /// <summary>Plans a job. A deletion pulls exports forward that were planned for later, and an export that comes after a planned deletion is pulled forward to it (<see cref="MediaSchedule"/>).</summary>
    /// <param name="job">The job.</param>
    /// <param name="open">The jobs of the tenant that are not over.</param>
    public static JobPlan Plan(BulkJob job, IEnumerable<BulkJob> open)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(open);
        return job.Action switch
        {
            JobAction.Delete => new() { Job = job, PulledForward = [.. open.Where(other => IsWaiting(other, JobAction.Export) && other.At > job.At).Select(other => Before(other, job))] },
            JobAction.Export => new() { Job = open.Where(other => other.Action == JobAction.Delete && !other.IsOver && other.At < job.At).Aggregate(job, Before), PulledForward = [] },
            _ => new() { Job = job, PulledForward = [] },
        };
    }

    /// <summary>The export that has to be over before a deletion starts; null for none.</summary>
    /// <param name="job">The job.</param>
    /// <param name="open">The jobs of the tenant that are not over.</param>
    public static BulkJob? WaitsFor(BulkJob job, IEnumerable<BulkJob> open)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(open);
        return job.Action != JobAction.Delete ? null : open.FirstOrDefault(other => other.Action == JobAction.Export && !other.IsOver && other.At <= job.At);
    }

    private static bool IsWaiting(BulkJob job, JobAction action) => job.Action == action && job.Status is (JobStatus.Ready or JobStatus.Paused);

    private static BulkJob Before(BulkJob export, BulkJob deletion) =>
        export with { StartAt = MediaSchedule.Empty.Plan(JobAction.Export, export.At).Plan(JobAction.Delete, deletion.At).ExportAt };
}
