using System.Collections.Immutable;
using QualityKit.People;

namespace QualityKit.Calibration;

/// <summary>Which closed sessions an overview is about.</summary>
public sealed record CalibrationQuery
{
    /// <summary>Sessions that were closed from this instant on; default all.</summary>
    public DateTimeOffset From { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>Sessions that were closed before this instant; null for all until now.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whose standing is asked for; none means everyone's who was asked to evaluate.</summary>
    public ImmutableArray<PersonId> Evaluators { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How far apart is close enough; 5 points when null.</summary>
    public CalibrationTolerance? Tolerance { get; init; }

    /// <summary>Whether evaluators are compared with what all agreed on, where there is enough of it for a score; default no.</summary>
    public bool UsesResolved { get; init; }
}
