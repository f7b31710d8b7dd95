namespace QualityKit.Services;

/// <summary>Why the audit of a tenant is not sealed until somebody looks.</summary>
public enum SealRefusal
{
    /// <summary>The clock is more than two seal periods from what it was at the newest seal (rule 15). See <see cref="SealingService.ConfirmClockAsync"/>.</summary>
    ClockInDoubt = 0,

    /// <summary>The anchor knows a newer seal than the store, or another one of its number: the store went back to an older state, or somebody changed it.</summary>
    OtherThanAnchored = 1,

    /// <summary>The newest seal is not there, or not as it was written.</summary>
    NewestSealDamaged = 2,
}
