namespace QualityKit.Keys;

/// <summary>What a ring waits for.</summary>
public sealed record KeyStep
{
    /// <summary>What is due.</summary>
    public required KeyStepKind Kind { get; init; }

    /// <summary>The key that is replaced or activated; null when the first one is made.</summary>
    public RingKeyId? Key { get; init; }
}
