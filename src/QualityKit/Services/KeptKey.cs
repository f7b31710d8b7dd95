using QualityKit.Encryption;

namespace QualityKit.Services;

/// <summary>A key that a root unwrapped, kept in memory.</summary>
/// <param name="Key">The key; the cache's own.</param>
/// <param name="Since">When it was asked of the root, on the monotonic clock.</param>
internal sealed record KeptKey(KeyEncryptionKey Key, long Since)
{
    private int _uses;

    /// <summary>Uses it once more; null when it was used as often as it may be, or was wiped.</summary>
    public KeyEncryptionKey? Use(int most) => Interlocked.Increment(ref _uses) is var uses && uses > 0 && uses <= most ? Key.Share() : null;

    /// <summary>Uses it however often it was used: while the root does not answer.</summary>
    public KeyEncryptionKey? UseStale() => Key.Share();
}
