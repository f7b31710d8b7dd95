namespace QualityKit.Jobs;

/// <summary>Why a bulk job was not changed.</summary>
public enum JobRefusal
{
    /// <summary>It was not refused.</summary>
    None = 0,

    /// <summary>As many jobs of the tenant run as may.</summary>
    TooManyRunning = 1,

    /// <summary>Its status does not allow it.</summary>
    Status = 2,

    /// <summary>The step does not begin where the job stands: somebody else did another one.</summary>
    Cursor = 3,
}
