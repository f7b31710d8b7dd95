namespace QualityKit.Scoring;

/// <summary>One failure: which question failed which scope, and why (rule S15).</summary>
public sealed record Failure
{
    /// <summary>The key of the question.</summary>
    public required string Question { get; init; }

    /// <summary>The key of the option that fails; null for a range, a fatal or a critical question.</summary>
    public string? Option { get; init; }

    /// <summary>Why it failed.</summary>
    public required FailureCause Cause { get; init; }

    /// <summary>The key of the group that failed; null for the whole form.</summary>
    public string? Group { get; init; }

    internal int GroupPosition { get; init; } = -1;
}
