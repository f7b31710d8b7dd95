using System.Collections.Immutable;

namespace QualityKit.Keys;

/// <summary>A key that was drawn for a ring, wrapped. The key itself never comes here.</summary>
public sealed record KeyMaterial
{
    /// <summary>The bytes of a check value: 16.</summary>
    public const int CheckBytes = 16;

    /// <summary>The most wraps: 4.</summary>
    public const int MostWraps = 4;

    /// <summary>Its name, drawn with it.</summary>
    public required RingKeyId Id { get; init; }

    /// <summary>The key under the ring's root, and under others where there are any: 1 to 4. Two protectors are better than one.</summary>
    public required ImmutableArray<RootWrap> Wraps { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>What shows that a key that was unwrapped is the right one (<see cref="Encryption.KeyEncryptionKey.CheckValue"/>): 16 bytes.</summary>
    public required ReadOnlyMemory<byte> CheckValue { get; init; }

    /// <summary>The name; never a wrap.</summary>
    public override string ToString() => Id.ToString();

    internal bool IsFor(string root) =>
        Id.IsValid && CheckValue.Length == CheckBytes && AreWraps(Wraps) && Wraps.Any(wrap => wrap.Root == root);

    internal static bool AreWraps(ImmutableArray<RootWrap> wraps) =>
        wraps.Length is >= 1 and <= MostWraps && wraps.All(wrap => wrap.IsWellFormed) && wraps.Select(wrap => wrap.Root).Distinct().Count() == wraps.Length;
}
