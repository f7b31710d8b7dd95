namespace QualityKit.Evaluations;

/// <summary>The instants of an assignment. Each raises its event once when it comes; only the last changes the status.</summary>
public sealed record Deadlines
{
    /// <summary>No instants.</summary>
    public static Deadlines None { get; } = new();

    /// <summary>When somebody is reminded; null for never.</summary>
    public DateTimeOffset? RemindAt { get; init; }

    /// <summary>When it should be done, by the working calendar of the site; null for no date.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When somebody else is told; null for never.</summary>
    public DateTimeOffset? EscalateAt { get; init; }

    /// <summary>When it is too late; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
