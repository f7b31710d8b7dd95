using QualityKit.People;

namespace QualityKit.Evaluations;

/// <summary>What is left of a deleted evaluation.</summary>
public sealed record Tombstone
{
    /// <summary>Who deleted it.</summary>
    public required PersonId By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why, as a code of the host.</summary>
    public required string Reason { get; init; }
}
