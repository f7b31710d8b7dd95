using System.Collections.Immutable;
using QualityKit.Calibration;
using QualityKit.Evaluations;

namespace QualityKit.Services;

/// <summary>A calibration session, how far everyone is, and what the actor may do with it now.</summary>
public sealed record CalibrationDetails
{
    /// <summary>The session.</summary>
    public required CalibrationSession Session { get; init; }

    /// <summary>One entry an interaction and person who is asked, in that order; none while it is planned.</summary>
    public ImmutableArray<CalibrationProgress> Progress { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the actor may do now.</summary>
    public ImmutableArray<CalibrationAction> Allowed { get; init => field = value.IsDefault ? [] : value; } = [];
}
