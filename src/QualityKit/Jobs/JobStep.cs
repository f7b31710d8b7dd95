namespace QualityKit.Jobs;

/// <summary>A stretch of a bulk job that was done: from one cursor to the next.</summary>
public sealed record JobStep
{
    /// <summary>Where it began: the <see cref="BulkJob.Cursor"/> at that time; null for the beginning.</summary>
    public required string? From { get; init; }

    /// <summary>Where to go on; null when everything was gone through.</summary>
    public required string? Next { get; init; }

    /// <summary>What became of the interactions of the stretch.</summary>
    public required JobCounts Counts { get; init; }
}
