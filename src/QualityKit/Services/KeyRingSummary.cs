using System.Collections.Immutable;
using QualityKit.Keys;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>The ring of a tenant as people look at it: never a wrap.</summary>
public sealed record KeyRingSummary
{
    /// <summary>Whose.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The root that every key is wrapped by.</summary>
    public required string Root { get; init; }

    /// <summary>How often it was changed; 0 for a ring that was not made yet.</summary>
    public required long Revision { get; init; }

    /// <summary>The keys, in the order in which they were made.</summary>
    public required ImmutableArray<RingKeySummary> Keys { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Set while all keys wait to be destroyed, and afterwards: then the ring wraps nothing. Null otherwise.</summary>
    public TenantShred? Shred { get; init; }

    /// <summary>The key that wraps; null when the ring is empty.</summary>
    public RingKeySummary? Active => Keys.FirstOrDefault(key => key.State == KeyState.Active);

    /// <summary>The key of a name; null when there is none.</summary>
    public RingKeySummary? Find(RingKeyId id) => Keys.FirstOrDefault(key => key.Id == id);

    /// <summary>The tenant, the revision and how many keys.</summary>
    public override string ToString() => $"ring of {Tenant}, revision {Revision}, {Keys.Length} keys";

    internal static KeyRingSummary Of(KeyRing ring) =>
        new() { Tenant = ring.Tenant, Root = ring.Root, Revision = ring.Revision, Keys = [.. ring.Keys.Select(RingKeySummary.Of)], Shred = ring.Shred };
}
