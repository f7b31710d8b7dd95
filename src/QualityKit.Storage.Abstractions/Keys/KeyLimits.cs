namespace QualityKit.Storage.Keys;

/// <summary>What every wrapper takes at least, and what nobody may ask of one.</summary>
public static class KeyLimits
{
    /// <summary>The most bytes of a key that a wrapper takes: 96.</summary>
    public const int KeyBytes = 96;

    /// <summary>The most bytes of a key that callers wrap: 64. A wrapper that does not bind the context is given 32 more, its digest.</summary>
    public const int CallerKeyBytes = KeyBytes - 32;

    /// <summary>The most bytes of a context: 1,024.</summary>
    public const int ContextBytes = 1024;

    /// <summary>The most bytes of a ciphertext: 8,192.</summary>
    public const int CiphertextBytes = 8192;

    /// <summary>The most keys that one call unwraps: 100.</summary>
    public const int BatchKeys = 100;
}
