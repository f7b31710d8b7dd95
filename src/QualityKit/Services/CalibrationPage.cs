using System.Collections.Immutable;
using QualityKit.Evaluations;

namespace QualityKit.Services;

/// <summary>One page of a list of calibration sessions.</summary>
public sealed record CalibrationPage
{
    /// <summary>The sessions; what the actor may not see is left out, so there may be fewer than were asked for.</summary>
    public required ImmutableArray<CalibrationSession> Sessions { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>What to ask the next page with; null when there is none.</summary>
    public string? Next { get; init; }
}
