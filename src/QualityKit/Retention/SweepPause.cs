namespace QualityKit.Retention;

/// <summary>Why a sweep deletes nothing until a person confirms.</summary>
public enum SweepPause
{
    /// <summary>It does not pause.</summary>
    None = 0,

    /// <summary>The clock may be wrong: see <see cref="SweepConditions.IsClockOff"/>.</summary>
    ClockOff = 1,

    /// <summary>It would delete more of the tenant's interactions than a run may.</summary>
    OverLimit = 2,
}
