using QualityKit.Canonical;
using QualityKit.Interactions;

namespace QualityKit.Evaluations;

/// <summary>What a machine went by, as an evaluation keeps it.</summary>
public sealed record MachineEvidence
{
    /// <summary>What was said or written, which is kept apart; null for none.</summary>
    public ContentRef? Quote { get; init; }

    /// <summary>Where; null when it is not known.</summary>
    public MediaMoment? Moment { get; init; }
}
