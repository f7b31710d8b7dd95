namespace QualityKit.Evaluations;

/// <summary>Where a calibration session stands.</summary>
public enum CalibrationSessionStatus
{
    /// <summary>It is prepared; nobody was asked yet.</summary>
    Planned = 0,

    /// <summary>People evaluate, each for themselves.</summary>
    Open = 1,

    /// <summary>Nothing more is taken in, and what there is is being recorded; still blind. It stays so only where closing was interrupted: close it again.</summary>
    Closing = 2,

    /// <summary>It is revealed, and what everyone gave is recorded for good. What all agree on can be recorded beside it.</summary>
    Closed = 3,

    /// <summary>It was called off; who takes part still sees only their own.</summary>
    Cancelled = 4,
}
