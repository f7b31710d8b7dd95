using QualityKit.Storage.Keys;

namespace QualityKit.Keys;

/// <summary>A key of a ring, wrapped by a root.</summary>
public sealed record RootWrap
{
    /// <summary>The most bytes of a root's name: 128.</summary>
    public const int MostRootBytes = 128;

    /// <summary>Which root, as the host names it: 1 to 128 bytes of UTF-8.</summary>
    public required string Root { get; init; }

    /// <summary>The wrapped key.</summary>
    public required WrappedKey Key { get; init; }

    /// <summary>The root; never the wrapped key.</summary>
    public override string ToString() => $"{Key} of root {Root}";

    internal bool IsWellFormed => Interactions.ExternalId.IsValid(Root) && Key.Ciphertext.Length is >= 1 and <= KeyLimits.CiphertextBytes;
}
