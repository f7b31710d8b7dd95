using QualityKit.People;

namespace QualityKit.Keys;

/// <summary>A person's word that a key may be destroyed.</summary>
public sealed record KeyApproval
{
    /// <summary>Who.</summary>
    public required PersonId By { get; init; }

    /// <summary>When; it expires.</summary>
    public required DateTimeOffset At { get; init; }
}
