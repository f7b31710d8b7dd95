namespace QualityKit.Persistence;

/// <summary>Where an evaluation is listed: what can be told of it without a clock. What time makes of it is told when it is read.</summary>
internal static class EvaluationStage
{
    /// <summary>Nobody has started.</summary>
    public const string Pending = "pending";

    /// <summary>Somebody has started.</summary>
    public const string Started = "started";

    /// <summary>It has a version.</summary>
    public const string Submitted = "submitted";

    /// <summary>No version was ever released or planned to be.</summary>
    public const string Unreleased = "unreleased";

    /// <summary>Released, or planned to be; nothing more is awaited of the subject.</summary>
    public const string Released = "released";

    /// <summary>Released, or planned to be; the subject is asked to acknowledge.</summary>
    public const string ToAcknowledge = "to-acknowledge";

    /// <summary>The subject has acknowledged.</summary>
    public const string Acknowledged = "acknowledged";

    /// <summary>A dispute is open.</summary>
    public const string Disputed = "disputed";

    /// <summary>Of a calibration: not of what is about the subject, and so in no list of theirs or their supervisor's.</summary>
    public const string Calibration = "calibration";

    /// <summary>A tombstone.</summary>
    public const string Deleted = "deleted";
}
