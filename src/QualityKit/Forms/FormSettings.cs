namespace QualityKit.Forms;

/// <summary>How evaluations with a form live after they were submitted.</summary>
public sealed record FormSettings
{
    /// <summary>Whether the agent must acknowledge the evaluation; default no.</summary>
    public bool RequiresAcknowledgement { get; init; }

    /// <summary>Whether a submitted evaluation can be scored again, as a new version; default yes.</summary>
    public bool AllowsRevisions { get; init; } = true;

    /// <summary>How evaluations can be disputed; null when they cannot.</summary>
    public DisputeSettings? Disputes { get; init; }
}
