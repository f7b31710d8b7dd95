namespace QualityKit.Services;

/// <summary>How reads are kept in the access log.</summary>
public enum ReadLogging
{
    /// <summary>Not at all.</summary>
    Off = 0,

    /// <summary>Together, up to 100 in one commit: a read waits for no commit of its own, and a crash loses what was not written yet.</summary>
    Batched = 1,

    /// <summary>Before anything is shown: a read that cannot be written shows nothing.</summary>
    Required = 2,
}
