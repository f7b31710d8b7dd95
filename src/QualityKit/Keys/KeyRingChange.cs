using System.Collections.Immutable;

namespace QualityKit.Keys;

/// <summary>What a command makes of a ring; to be stored together or not at all.</summary>
public sealed record KeyRingChange
{
    /// <summary>The ring afterwards: one revision later, or the same when the command had been done before.</summary>
    public required KeyRing Ring { get; init; }

    /// <summary>What happened, in order; nothing when it had been done before.</summary>
    public required ImmutableArray<KeyFact> Facts { get; init => field = value.IsDefault ? [] : value; }
}
