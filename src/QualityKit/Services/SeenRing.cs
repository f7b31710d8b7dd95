using QualityKit.Persistence;

namespace QualityKit.Services;

/// <summary>What a node knows of the ring of a tenant.</summary>
internal sealed record SeenRing
{
    /// <summary>The ring that was read last; null for none.</summary>
    public KeyRingDocument? Ring { get; init; }

    /// <summary>When it was read, on the monotonic clock.</summary>
    public long ReadAt { get; init; }

    /// <summary>The highest revision that was seen: an older ring is one that somebody put back.</summary>
    public long Revision { get; init; }

    /// <summary>When something was found that is not what it should be, on the monotonic clock; null when all is well.</summary>
    public long? Quarantined { get; init; }

    /// <summary>Also knows a ring that was believed. One that was read earlier and comes later changes nothing.</summary>
    public SeenRing With(KeyRingDocument ring, long readAt) => ring.Ring.Revision < Revision || readAt < ReadAt
        ? this
        : new() { Ring = ring, ReadAt = readAt, Revision = ring.Ring.Revision };
}
