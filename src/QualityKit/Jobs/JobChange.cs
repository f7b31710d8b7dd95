namespace QualityKit.Jobs;

/// <summary>A bulk job after something was tried, and why not if it was refused.</summary>
public sealed record JobChange
{
    /// <summary>The job: as it is now, or as it was.</summary>
    public required BulkJob Job { get; init; }

    /// <summary>Why nothing changed; <see cref="JobRefusal.None"/> when it changed, or when it had been done before.</summary>
    public JobRefusal Refusal { get; init; }

    /// <summary>Whether it is as it was asked to be.</summary>
    public bool IsDone => Refusal == JobRefusal.None;
}
