namespace QualityKit.Evaluations;

/// <summary>Where a calibration session stands at an instant.</summary>
public enum CalibrationSessionStatus
{
    /// <summary>People evaluate, each for themselves.</summary>
    Open = 0,

    /// <summary>Everyone sees every evaluation.</summary>
    Revealed = 1,

    /// <summary>It was called off; who takes part still sees only their own.</summary>
    Cancelled = 2,
}
