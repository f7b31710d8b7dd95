namespace QualityKit.Storage.Documents;

/// <summary>A document that was not as a batch expected.</summary>
public sealed record DocumentConflict
{
    /// <summary>Which document.</summary>
    public required DocumentKey Key { get; init; }

    /// <summary>The version that it has; null when it does not exist.</summary>
    public required DocumentVersion? Current { get; init; }
}
