namespace QualityKit.Rescoring;

/// <summary>How often something with a name occurred.</summary>
public sealed record NamedCount
{
    /// <summary>The name: the key of a question, or the code of an issue.</summary>
    public required string Name { get; init; }

    /// <summary>How often.</summary>
    public required long Count { get; init; }
}
