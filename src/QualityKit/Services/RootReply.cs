using QualityKit.Encryption;
using QualityKit.Keys;

namespace QualityKit.Services;

/// <summary>What roots gave for a key of a ring.</summary>
internal sealed record RootReply
{
    /// <summary>The key; null when none gave it.</summary>
    public KeyEncryptionKey? Key { get; init; }

    /// <summary>Why not, where none gave it.</summary>
    public KeyUnavailableException? Problem { get; init; }

    /// <summary>Whether something came back that is not the key: a root with another secret, a wrap that was changed, or damage.</summary>
    public bool IsOther { get; init; }
}
