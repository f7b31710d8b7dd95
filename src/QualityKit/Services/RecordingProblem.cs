namespace QualityKit.Services;

/// <summary>What can be wrong with a stored recording.</summary>
public enum RecordingProblem
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Its payload is not there.</summary>
    PayloadMissing = 1,

    /// <summary>It does not open: payload, envelope or description are not what was stored.</summary>
    Tampered = 2,

    /// <summary>It opens, and is not what the audit says was stored: somebody who had the key made another one.</summary>
    NotAsStored = 3,
}
