namespace QualityKit.Retention;

/// <summary>Why a sweep deletes nothing until a person confirms.</summary>
public enum SweepPause
{
    /// <summary>It does not pause.</summary>
    None = 0,

    /// <summary>The clock is further from the newest seal than two seal periods: it may be wrong.</summary>
    ClockOff = 1,

    /// <summary>It would delete more of the tenant's interactions than a run may.</summary>
    OverLimit = 2,
}
