using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>A tenant that this node has to itself for a while.</summary>
internal sealed record Lease
{
    /// <summary>Whose.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Where it is kept.</summary>
    public required DocumentKey Key { get; init; }

    /// <summary>What was taken. It is what every commit under the lease requires: the fence.</summary>
    public required DocumentVersion Version { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>When it was taken, on the monotonic clock.</summary>
    public required long Taken { get; init; }

    /// <summary>How much of it was left then, less what clocks of nodes may differ by: who takes over goes by another clock.</summary>
    public required TimeSpan Left { get; init; }

    /// <summary>Whether something that takes so long would end before anybody takes over.</summary>
    public bool HasTimeFor(TimeSpan duration) => Time.GetElapsedTime(Taken) + duration <= Left;
}
