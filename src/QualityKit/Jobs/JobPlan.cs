using System.Collections.Immutable;

namespace QualityKit.Jobs;

/// <summary>A job as it is planned among others, and which of those it moved.</summary>
public sealed record JobPlan
{
    /// <summary>The job; an export that would come after a planned deletion starts with it.</summary>
    public required BulkJob Job { get; init; }

    /// <summary>Exports that were planned for later than this deletion: they start with it.</summary>
    public required ImmutableArray<BulkJob> PulledForward { get; init => field = value.IsDefault ? [] : value; }
}
