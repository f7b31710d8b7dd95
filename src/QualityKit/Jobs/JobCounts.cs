namespace QualityKit.Jobs;

/// <summary>What became of the interactions of a bulk job.</summary>
public sealed record JobCounts
{
    /// <summary>Nothing yet.</summary>
    public static JobCounts Zero { get; } = new();

    /// <summary>Done.</summary>
    public long Processed { get; init; }

    /// <summary>Tried, and could not be done.</summary>
    public long Failed { get; init; }

    /// <summary>Left alone: held, needed, done before.</summary>
    public long Skipped { get; init; }

    /// <summary>Both together.</summary>
    public JobCounts Plus(JobCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new()
        {
            Processed = checked(Processed + other.Processed),
            Failed = checked(Failed + other.Failed),
            Skipped = checked(Skipped + other.Skipped),
        };
    }
}
