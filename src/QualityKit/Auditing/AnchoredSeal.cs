namespace QualityKit.Auditing;

/// <summary>What was told about a seal to somebody outside the store, who keeps it.</summary>
public sealed record AnchoredSeal
{
    /// <summary>The number of the seal.</summary>
    public required long Number { get; init; }

    /// <summary>Its hash, as 64 hexadecimal digits.</summary>
    public required string Hash { get; init; }
}
