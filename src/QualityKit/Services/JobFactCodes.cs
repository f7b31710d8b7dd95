namespace QualityKit.Services;

/// <summary>What can happen to bulk jobs: the actions of audit entries and events.</summary>
public static class JobFactCodes
{
    /// <summary>A job was planned.</summary>
    public const string Planned = "job.planned";

    /// <summary>A planned export was pulled forward to a deletion.</summary>
    public const string PulledForward = "job.pulledForward";

    /// <summary>A job began, or went on after it was paused.</summary>
    public const string Started = "job.started";

    /// <summary>Somebody paused a job.</summary>
    public const string Paused = "job.paused";

    /// <summary>Somebody let a paused job go on.</summary>
    public const string Resumed = "job.resumed";

    /// <summary>Somebody cancelled a job.</summary>
    public const string Cancelled = "job.cancelled";

    /// <summary>A job went through everything.</summary>
    public const string Finished = "job.finished";

    /// <summary>A job gave up.</summary>
    public const string Failed = "job.failed";
}
