namespace QualityKit.Encryption;

/// <summary>A recording is not what was stored. It says no more: which check failed is in the audit, and not for whoever asks.</summary>
public sealed class RecordingTamperedException : Exception
{
    internal RecordingTamperedException(TamperReason reason)
        : base("the recording cannot be opened") => Reason = reason;

    /// <summary>Which check failed, for the audit.</summary>
    internal TamperReason Reason { get; }
}
