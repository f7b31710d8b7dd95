using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using QualityKit.Interactions;

namespace QualityKit.Encryption;

/// <summary>A data key under a passphrase: iterations in 4 bytes, a salt of 16, and the key wrapped with PBKDF2-HMAC-SHA-512 of the passphrase.</summary>
internal static class PassphraseWrap
{
    public const int SaltBytes = 16;

    public const int Iterations = 210_000;

    /// <summary>A passphrase that was made weak, and an envelope that keeps a processor busy for hours, are both refused.</summary>
    public const int LeastIterations = 100_000;

    public const int MostIterations = 10_000_000;

    /// <summary>The provider that envelopes name for passphrases.</summary>
    public const string Provider = "passphrase";

    // Without the data of ICU (DOTNET_SYSTEM_GLOBALIZATION_INVARIANT) the framework gives every text back as it is, and what was wrapped so opens nowhere else.
    private static readonly bool Normalizes = "u\u0308".Normalize(NormalizationForm.FormC).Length == 1;

    private static int Length => sizeof(uint) + SaltBytes + AesKeyWrap.WrappedBytes(DataKey.Bytes);

    public static bool IsWellFormed(ReadOnlySpan<byte> wrapped) =>
        wrapped.Length == Length && BinaryPrimitives.ReadUInt32BigEndian(wrapped) is >= LeastIterations and <= MostIterations;

    /// <summary>The passphrase, if every reader on every platform makes the same bytes of it.</summary>
    /// <exception cref="ArgumentException">It has half a surrogate pair, or it is not ASCII and this process does not normalize.</exception>
    public static string Checked(string passphrase) =>
        !ExternalId.IsUnicode(passphrase) ? throw new ArgumentException("a passphrase has no half of a surrogate pair", nameof(passphrase))
        : !Normalizes && !Ascii.IsValid(passphrase) ? throw new ArgumentException("this process runs without globalization data and cannot normalize a passphrase that is not ASCII: take one of ASCII characters, or install ICU and leave InvariantGlobalization off", nameof(passphrase))
        : passphrase;

    /// <summary>Wraps a data key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="passphrase">The passphrase; its Unicode normalization form C counts, as UTF-8.</param>
    /// <param name="salt">16 random bytes.</param>
    /// <param name="iterations">How often the passphrase is hashed.</param>
    public static EnvelopeWrap Wrap(DataKey key, string passphrase, ReadOnlySpan<byte> salt, int iterations)
    {
        byte[] wrapped = new byte[Length];
        BinaryPrimitives.WriteInt32BigEndian(wrapped, iterations);
        salt.CopyTo(wrapped.AsSpan(sizeof(uint)));
        using AesKeyWrap wrap = Open(passphrase, salt, iterations);
        wrap.Wrap(key.Secret.Hold(), wrapped.AsSpan(sizeof(uint) + SaltBytes));
        key.Secret.Release();
        return new() { Kind = WrapKind.Passphrase, Provider = Provider, Key = new() { KeyVersion = new(Provider, "1"), Ciphertext = wrapped } };
    }

    /// <summary>Unwraps a data key; null when the passphrase is another.</summary>
    public static DataKey? Unwrap(EnvelopeWrap wrap, string passphrase)
    {
        ReadOnlySpan<byte> wrapped = wrap.Key.Ciphertext.Span;
        if (wrap.Kind != WrapKind.Passphrase || !IsWellFormed(wrapped))
        {
            return null;
        }

        using AesKeyWrap cipher = Open(passphrase, wrapped.Slice(sizeof(uint), SaltBytes), BinaryPrimitives.ReadInt32BigEndian(wrapped));
        using var bytes = new Wiped(stackalloc byte[DataKey.Bytes]);
        bool isWrapped = cipher.TryUnwrap(wrapped[(sizeof(uint) + SaltBytes)..], bytes.Bytes, out int length);
        return isWrapped && length == DataKey.Bytes ? new(bytes.Bytes, mayEncrypt: false) : null;
    }

    private static AesKeyWrap Open(string passphrase, ReadOnlySpan<byte> salt, int iterations)
    {
        using var utf8 = new Wiped(Encoding.UTF8.GetBytes(passphrase.Normalize(NormalizationForm.FormC)));
        using var key = new Wiped(stackalloc byte[UnsafeKeyWrap.WrappingKeyBytes]);
        Rfc2898DeriveBytes.Pbkdf2(utf8.Bytes, salt, key.Bytes, iterations, HashAlgorithmName.SHA512);
        return new(key.Bytes);
    }
}
