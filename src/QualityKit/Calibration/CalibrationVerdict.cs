namespace QualityKit.Calibration;

/// <summary>What can be said of an evaluator over sessions.</summary>
public enum CalibrationVerdict
{
    /// <summary>Nothing yet: more sessions are needed. The usual answer early on.</summary>
    Inconclusive,

    /// <summary>The bias is within the tolerance, as an equivalence test establishes.</summary>
    InCalibration,

    /// <summary>There is a bias, and it is beyond the tolerance.</summary>
    OutOfCalibration,
}
