namespace QualityKit.Retention;

/// <summary>Two policies of which one keeps longer than the other allows.</summary>
public sealed record RetentionConflict
{
    /// <summary>The one that keeps longest.</summary>
    public required string Keeps { get; init; }

    /// <summary>The one that deletes first.</summary>
    public required string Deletes { get; init; }
}
