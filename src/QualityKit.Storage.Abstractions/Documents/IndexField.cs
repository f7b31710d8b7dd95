namespace QualityKit.Storage.Documents;

/// <summary>One field of an index.</summary>
public sealed record IndexField
{
    /// <summary>1 to 64 lower-case letters, digits or <c>-</c>, starting with a letter; unique within its index.</summary>
    public required string Name { get; init; }

    /// <summary>What it holds.</summary>
    public required IndexKind Kind { get; init; }
}
