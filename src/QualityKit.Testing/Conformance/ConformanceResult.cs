namespace QualityKit.Testing.Conformance;

/// <summary>What became of one case.</summary>
public sealed record ConformanceResult
{
    /// <summary>The name of the case.</summary>
    public required string Name { get; init; }

    /// <summary>How long it took, on the clock of the run.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Why it failed, with the seed where it is a random one; null when it passed.</summary>
    public required string? Failure { get; init; }
}
