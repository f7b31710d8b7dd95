using QualityKit.Evaluations;
using QualityKit.Forms;

namespace QualityKit.Calibration;

/// <summary>The report over all sessions of a period with one form version and one consensus: scores of other questions cannot be put together.</summary>
public sealed record FormCalibration
{
    /// <summary>The form version.</summary>
    public required FormVersionId Form { get; init; }

    /// <summary>What evaluators are compared with where there is no expert.</summary>
    public required CalibrationConsensus Consensus { get; init; }

    /// <summary>The report, with every evaluator. An interaction of several sessions is called by its id and the session.</summary>
    public required CalibrationReport Report { get; init; }
}
