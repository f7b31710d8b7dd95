using QualityKit.Canonical;
using QualityKit.People;

namespace QualityKit.Evaluations;

/// <summary>That a version was acknowledged, or closed because its subject has left.</summary>
public sealed record Acknowledgement
{
    /// <summary>Who did it.</summary>
    public required PersonId By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether somebody else closed it; default no.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The comment of the subject, or the reason of whoever closed it; null for none.</summary>
    public ContentRef? Comment { get; init; }
}
