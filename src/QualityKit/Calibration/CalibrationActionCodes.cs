namespace QualityKit.Calibration;

/// <summary>Why something can be done with a session or not; the words are in the message catalogue.</summary>
public static class CalibrationActionCodes
{
    /// <summary>Possible.</summary>
    public const string Allowed = "session.allowed";

    /// <summary>The actor has no right to it.</summary>
    public const string NoAccess = "session.denied.access";

    /// <summary>The status does not have it.</summary>
    public const string Status = "session.denied.status";

    /// <summary>Whom an interaction of the session is about may not.</summary>
    public const string NotSubject = "session.denied.notSubject";
}
