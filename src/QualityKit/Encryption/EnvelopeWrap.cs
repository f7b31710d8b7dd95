using QualityKit.Storage.Keys;

namespace QualityKit.Encryption;

/// <summary>One way to the data key of a recording.</summary>
public sealed record EnvelopeWrap
{
    /// <summary>The provider that envelopes name for public keys.</summary>
    internal const string PublicKeyProvider = "rsa";

    /// <summary>The most bytes of a ciphertext that is no key wrapper's: 1,024, which is RSA with 8,192 bits.</summary>
    private const int MostPublicKeyBytes = 1024;

    /// <summary>How it is wrapped.</summary>
    public required WrapKind Kind { get; init; }

    /// <summary>Who wrapped it: 1 to 64 lower-case letters, digits or <c>-</c>, starting with a letter. <c>ring</c>, <c>passphrase</c> and <c>rsa</c> for what the library wrapped itself, and for nothing else.</summary>
    public required string Provider { get; init; }

    /// <summary>The key version that wrapped it, and the wrapped key.</summary>
    public required WrappedKey Key { get; init; }

    /// <summary>The kind and the key version; never the wrapped key.</summary>
    public override string ToString() => $"{Kind} of {Provider}, {Key}";

    /// <summary>Whether all parts are within their ranges.</summary>
    internal bool IsWellFormed => IsProvider(Provider) && Kind == KindOf(Provider) && Kind switch
    {
        WrapKind.RingKey => Key.Ciphertext.Length == AesKeyWrap.WrappedBytes(DataKey.Bytes),
        WrapKind.KeyWrapper => Key.Ciphertext.Length is >= 1 and <= KeyLimits.CiphertextBytes,
        WrapKind.Passphrase => PassphraseWrap.IsWellFormed(Key.Ciphertext.Span),
        WrapKind.PublicKey => Key.Ciphertext.Length is >= 1 and <= MostPublicKeyBytes,
        _ => false,
    };

    // One name for each way to wrap, so that a wrap cannot come twice under two of them.
    private static WrapKind KindOf(string provider) => provider switch
    {
        KeyEncryptionKey.Provider => WrapKind.RingKey,
        PassphraseWrap.Provider => WrapKind.Passphrase,
        PublicKeyProvider => WrapKind.PublicKey,
        _ => WrapKind.KeyWrapper,
    };

    private static bool IsProvider(string provider) =>
        provider.Length is >= 1 and <= 64 && char.IsAsciiLetterLower(provider[0])
        && provider.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
