using System.Collections.Immutable;
using QualityKit.Interactions;
using QualityKit.Storage.Documents;

namespace QualityKit.Keys;

/// <summary>All keys of a tenant that wrap data keys, and where each of them stands. At most one is active and one pending.</summary>
/// <remarks>Every commit that stores or re-wraps an envelope requires the revision that it read, so that nothing is wrapped to a key that is active no more.</remarks>
public sealed class KeyRing
{
    private KeyRing(TenantId tenant, string root, long revision, ImmutableArray<RingKey> keys, TenantShred? shred) =>
        (Tenant, Root, Revision, Keys, Shred) = (tenant, root, revision, keys, shred);

    /// <summary>Whose ring.</summary>
    public TenantId Tenant { get; }

    /// <summary>The root that every key is wrapped by.</summary>
    public string Root { get; }

    /// <summary>How often it was changed.</summary>
    public long Revision { get; }

    /// <summary>The keys, in the order in which they were made.</summary>
    public ImmutableArray<RingKey> Keys { get; }

    /// <summary>Set while all keys wait to be destroyed, and afterwards; null otherwise. While it is set the ring wraps nothing.</summary>
    public TenantShred? Shred { get; }

    /// <summary>The key that wraps; null when the ring is empty, or all keys were destroyed.</summary>
    public RingKey? Active => Keys.FirstOrDefault(key => key.State == KeyState.Active);

    /// <summary>The key that will be active next; null when there is none.</summary>
    public RingKey? Pending => Keys.FirstOrDefault(key => key.State == KeyState.Pending);

    /// <summary>A ring without keys.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="root">The root that keys will be wrapped by: 1 to 128 bytes of UTF-8.</param>
    /// <exception cref="ArgumentException">A part is outside its range.</exception>
    public static KeyRing Empty(TenantId tenant, string root) => Of(tenant, root, 0, []);

    /// <summary>A ring as it was stored.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="root">The root.</param>
    /// <param name="revision">How often it was changed.</param>
    /// <param name="keys">The keys, in order.</param>
    /// <exception cref="ArgumentException">These are not the keys of a ring: one name comes twice, numbers are not 1, 2 and so on, not exactly one is active, several are pending, or a key lacks its wraps.</exception>
    public static KeyRing Of(TenantId tenant, string root, long revision, IEnumerable<RingKey> keys) => Of(tenant, root, revision, keys, null);

    /// <summary>A ring as it was stored, whose keys may wait to be destroyed all together.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="root">The root.</param>
    /// <param name="revision">How often it was changed.</param>
    /// <param name="keys">The keys, in order.</param>
    /// <param name="shred">That they all wait to be destroyed, or were; null when not.</param>
    /// <exception cref="ArgumentException">These are not the keys of a ring: as above, except that none is active where all were destroyed together.</exception>
    public static KeyRing Of(TenantId tenant, string root, long revision, IEnumerable<RingKey> keys, TenantShred? shred)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentOutOfRangeException.ThrowIfNegative(revision);
        if (!ExternalId.IsValid(tenant.Value) || !ExternalId.IsValid(root))
        {
            throw new ArgumentException($"is not 1 to {ExternalId.MostBytes} bytes of UTF-8 without control characters", ExternalId.IsValid(root) ? nameof(tenant) : nameof(root));
        }

        ImmutableArray<RingKey> all = [.. keys];
        bool isRing = all.Select(key => key.Id).Distinct().Count() == all.Length
            && all.Index().All(one => one.Item.Number == one.Index + 1 && IsWhole(one.Item))
            && (all.Count(key => key.State == KeyState.Active) == Math.Min(all.Length, 1) || (shred?.EndedAt is not null && all.All(key => key.State == KeyState.Destroyed)))
            && all.Count(key => key.State == KeyState.Pending) <= 1;
        return isRing ? new(tenant, root, revision, all, shred) : throw new ArgumentException("are not the keys of a ring", nameof(keys));
    }

    /// <summary>The key of a name; null when there is none.</summary>
    public RingKey? Find(RingKeyId id) => Keys.FirstOrDefault(key => key.Id == id);

    /// <summary>The key that new data keys are wrapped with.</summary>
    /// <exception cref="KeyUnavailableException">There is none, or all keys wait to be destroyed or were.</exception>
    public RingKey ForWrapping() =>
        Shred is not null ? throw new KeyUnavailableException("all keys of the tenant wait to be destroyed or were: nothing is wrapped any more", isRetryable: false)
        : Active ?? throw new KeyUnavailableException("the ring has no key yet", isRetryable: true);

    /// <summary>The key that unwraps what it wrapped.</summary>
    /// <param name="id">Which.</param>
    /// <param name="allowCompromised">Whether a compromised key may be used: to wrap or encrypt anew what it wrapped, and for nothing else.</param>
    /// <exception cref="KeyUnavailableException">The ring does not know it, and may be older than the envelope: read it again; or its state does not allow it.</exception>
    public RingKey ForUnwrapping(RingKeyId id, bool allowCompromised)
    {
        if (Shred?.EndedAt is not null)
        {
            throw new KeyUnavailableException("all keys of the tenant were destroyed", isRetryable: false);
        }

        RingKey key = Find(id) ?? throw new KeyUnavailableException($"the ring does not know the key `{id}`", isRetryable: true);
        bool mayUnwrap = key.State is KeyState.Pending or KeyState.Active or KeyState.DecryptOnly || (key.State == KeyState.Compromised && allowCompromised);
        return mayUnwrap ? key : throw new KeyUnavailableException($"the key `{id}` is {KeyText.Of(key.State)}", isRetryable: false);
    }

    /// <summary>The tenant, the revision and how many keys.</summary>
    public override string ToString() => $"ring of {Tenant}, revision {Revision}, {Keys.Length} keys";

    internal KeyRing With(RingKey changed) => new(Tenant, Root, Revision, [.. Keys.Select(key => key.Id == changed.Id ? changed : key)], Shred);

    internal KeyRing Plus(RingKey added) => new(Tenant, Root, Revision, Keys.Add(added), Shred);

    internal KeyRing Under(string root, IEnumerable<RingKey> keys) => new(Tenant, root, Revision, [.. keys], Shred);

    internal KeyRing Fenced(TenantShred? shred) => new(Tenant, Root, Revision, Keys, shred);

    internal KeyRing Next() => new(Tenant, Root, Revision + 1, Keys, Shred);

    /// <summary>Whether all keys were destroyed together, and are written so.</summary>
    internal bool IsShredded => Shred?.EndedAt is not null && Keys.All(key => key.State == KeyState.Destroyed);

    private static bool IsWhole(RingKey key) =>
        key.Id.IsValid && Enum.IsDefined(key.State)
        && (key.State == KeyState.Destroyed ? key.Wraps.IsEmpty : KeyMaterial.AreWraps(key.Wraps) && key.CheckValue.Length == KeyMaterial.CheckBytes)
        && (key.State == KeyState.Destroying) == (key.Destruction is not null);
}
