namespace QualityKit.Storage.Keys;

/// <summary>A key that only its wrapper can read.</summary>
public sealed record WrappedKey
{
    /// <summary>The exact key version that wrapped it.</summary>
    public required KeyVersionId KeyVersion { get; init; }

    /// <summary>The ciphertext, in the provider's own form: at most 8,192 bytes.</summary>
    public required ReadOnlyMemory<byte> Ciphertext { get; init; }

    /// <summary>The key version; never the ciphertext.</summary>
    public override string ToString() => $"wrapped by {KeyVersion}";
}
