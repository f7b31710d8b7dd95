namespace QualityKit.Services;

/// <summary>What can happen when a store went back to an older state: the actions of audit entries and events.</summary>
public static class RestoreFactCodes
{
    /// <summary>It was found, or a person said so: nothing is deleted until it is reconciled.</summary>
    public const string Detected = "restore.detected";

    /// <summary>A person reconciled it.</summary>
    public const string Reconciled = "restore.reconciled";
}
