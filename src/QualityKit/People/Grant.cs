namespace QualityKit.People;

/// <summary>One thing that a role allows, and how far.</summary>
public sealed record Grant
{
    /// <summary>What is allowed.</summary>
    public required Permission Permission { get; init; }

    /// <summary>How far it goes.</summary>
    public required Reach Reach { get; init; }
}
