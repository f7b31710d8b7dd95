namespace QualityKit.Testing.Conformance;

/// <summary>A case that a provider was not asked.</summary>
public sealed record OmittedCase
{
    /// <summary>The name of the case.</summary>
    public required string Name { get; init; }

    /// <summary>Why it was left out.</summary>
    public required string Reason { get; init; }
}
