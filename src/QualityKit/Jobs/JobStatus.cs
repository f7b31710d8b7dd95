namespace QualityKit.Jobs;

/// <summary>Where a bulk job is.</summary>
public enum JobStatus
{
    /// <summary>It waits for its time and its turn.</summary>
    Ready = 0,

    /// <summary>It works.</summary>
    Running = 1,

    /// <summary>It went through everything.</summary>
    Finished = 2,

    /// <summary>It gave up; what it did stays done.</summary>
    Failed = 3,

    /// <summary>Somebody stopped it; what it did stays done.</summary>
    Cancelled = 4,

    /// <summary>Somebody stopped it for a while; it goes on where it was.</summary>
    Paused = 5,
}
