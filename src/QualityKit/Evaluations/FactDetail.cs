namespace QualityKit.Evaluations;

/// <summary>One value of a fact: an id, a code, a number, an instant or a digest; never personal content.</summary>
public sealed record FactDetail
{
    /// <summary>What it is.</summary>
    public required string Name { get; init; }

    /// <summary>The value, printed independent of culture.</summary>
    public required string Value { get; init; }
}
