using System.Collections.Immutable;

namespace QualityKit.Keys;

/// <summary>A destruction that waits.</summary>
public sealed record KeyDestruction
{
    /// <summary>The digest of the proof that it rests on, which approvals are bound to.</summary>
    public required string ProofDigest { get; init; }

    /// <summary>When that proof was made: the wait counts from here.</summary>
    public required DateTimeOffset ProofAt { get; init; }

    /// <summary>Who approved; whoever asked for it first. One entry a person.</summary>
    public required ImmutableArray<KeyApproval> Approvals { get; init => field = value.IsDefault ? [] : value; }
}
