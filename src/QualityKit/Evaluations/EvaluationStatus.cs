namespace QualityKit.Evaluations;

/// <summary>Where an evaluation, or a version of it, stands at an instant (rule E1).</summary>
public enum EvaluationStatus
{
    /// <summary>Nobody has started.</summary>
    Pending = 0,

    /// <summary>Somebody has started.</summary>
    InProgress = 1,

    /// <summary>Submitted, and not released.</summary>
    Finished = 2,

    /// <summary>The subject sees it.</summary>
    Released = 3,

    /// <summary>The subject has seen it, or somebody closed it for them.</summary>
    Acknowledged = 4,

    /// <summary>A dispute is open.</summary>
    Disputed = 5,

    /// <summary>A newer version has taken its place; only of versions.</summary>
    Superseded = 6,

    /// <summary>Nobody submitted it in time.</summary>
    Expired = 7,

    /// <summary>A tombstone.</summary>
    Deleted = 8,
}
