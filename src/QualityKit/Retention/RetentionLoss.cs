namespace QualityKit.Retention;

/// <summary>A policy that did not get what it asked for.</summary>
public sealed record RetentionLoss
{
    /// <summary>The policy.</summary>
    public required string Policy { get; init; }

    /// <summary>What it lost to: another policy, work, or <see cref="RetentionDecision.TenantMaximum"/>.</summary>
    public required string To { get; init; }
}
