namespace QualityKit.Interactions;

/// <summary>A stretch of an interaction that was not recorded. It is never silence, and never a criterion that was missed.</summary>
public sealed record RecordingGap
{
    /// <summary>Where it begins, from the start of the interaction; 0 or more.</summary>
    public required TimeSpan From { get; init; }

    /// <summary>Where it ends; not before <see cref="From"/>.</summary>
    public required TimeSpan Until { get; init; }

    /// <summary>Why nothing was recorded.</summary>
    public required GapReason Reason { get; init; }
}
