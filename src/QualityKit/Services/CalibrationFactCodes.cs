namespace QualityKit.Services;

/// <summary>What can happen to a calibration session: the actions of audit entries and events; the words are in the message catalogue.</summary>
public static class CalibrationFactCodes
{
    /// <summary>It was planned.</summary>
    public const string Planned = "calibration.planned";

    /// <summary>It was opened: evaluators are asked.</summary>
    public const string Opened = "calibration.opened";

    /// <summary>It was closed: it is revealed, and what everyone gave is recorded.</summary>
    public const string Closed = "calibration.closed";

    /// <summary>It was called off.</summary>
    public const string Cancelled = "calibration.cancelled";

    /// <summary>What all agreed on was recorded.</summary>
    public const string Resolved = "calibration.resolved";
}
