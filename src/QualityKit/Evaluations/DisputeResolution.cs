using QualityKit.Canonical;
using QualityKit.People;

namespace QualityKit.Evaluations;

/// <summary>How a dispute ended.</summary>
public sealed record DisputeResolution
{
    /// <summary>Who decided.</summary>
    public required PersonId By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The version that came of it; null when it was declined.</summary>
    public int? Version { get; init; }

    /// <summary>Why; null when nothing was said, which only an accepted one can be.</summary>
    public ContentRef? Reason { get; init; }

    /// <summary>Whether it was accepted.</summary>
    public bool IsAccepted => Version is not null;
}
