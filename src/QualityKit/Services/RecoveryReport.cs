using System.Collections.Immutable;

namespace QualityKit.Services;

/// <summary>What a recovery drill found.</summary>
public sealed record RecoveryReport
{
    /// <summary>Whether the ring is there and what was stored under the secret.</summary>
    public required bool IsRingAuthentic { get; init; }

    /// <summary>The keys of the ring that are not destroyed, in order.</summary>
    public required ImmutableArray<RecoveredKey> Keys { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>How many envelopes the copy has.</summary>
    public required long Envelopes { get; init; }

    /// <summary>How many of them cannot be read, or name no key of the ring.</summary>
    public required long Lost { get; init; }

    /// <summary>Whether everything would open.</summary>
    public bool IsRecovered => IsRingAuthentic && Lost == 0 && Keys.All(key => key.IsRecovered);
}
