using System.Security.Cryptography;
using QualityKit.Encryption;
using QualityKit.Storage.Documents;

namespace QualityKit.Vault;

/// <summary>Whom an export is for.</summary>
public abstract class ExportRecipient
{
    /// <summary>The least characters of a passphrase: 12.</summary>
    public const int LeastPassphrase = 12;

    private protected ExportRecipient()
    {
    }

    /// <summary>Whoever knows a passphrase.</summary>
    /// <param name="passphrase">At least 12 characters; several random words are better than one that looks random.</param>
    /// <exception cref="ArgumentException">It is shorter, has half a surrogate pair, or is not ASCII in a process that does not normalize text (<c>InvariantGlobalization</c>).</exception>
    public static ExportRecipient Passphrase(string passphrase)
    {
        ArgumentNullException.ThrowIfNull(passphrase);
        return passphrase.Length >= LeastPassphrase
            ? new KnowsPassphrase(PassphraseWrap.Checked(passphrase))
            : throw new ArgumentException($"a passphrase has at least {LeastPassphrase} characters", nameof(passphrase));
    }

    /// <summary>Whoever holds the private half of an RSA key.</summary>
    /// <param name="subjectPublicKeyInfo">The public key, DER; 3,072 to 8,192 bits.</param>
    /// <exception cref="ArgumentException">It is no such key.</exception>
    public static ExportRecipient PublicKey(ReadOnlyMemory<byte> subjectPublicKeyInfo)
    {
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo.Span, out int read);
            return read == subjectPublicKeyInfo.Length && rsa.KeySize is >= 3072 and <= 8192
                ? new HoldsPrivateKey(subjectPublicKeyInfo.ToArray())
                : throw new ArgumentException($"an RSA key has 3072 to 8192 bits, not {rsa.KeySize}", nameof(subjectPublicKeyInfo));
        }
        catch (CryptographicException problem)
        {
            throw new ArgumentException("is not a public RSA key", nameof(subjectPublicKeyInfo), problem);
        }
    }

    /// <summary>Whoever is given a key that wraps nothing else.</summary>
    /// <param name="key">The key; the caller's to hand over and to dispose. It is of the tenant that the recording is exported as.</param>
    public static ExportRecipient OneTimeKey(KeyEncryptionKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new IsGivenKey(key);
    }

    /// <summary>SHA-256 of the public key, as hexadecimal; null for whoever holds no private key.</summary>
    internal virtual string? Fingerprint => null;

    internal abstract EnvelopeWrap Wrap(DataKey key);

    /// <summary>Whether what it wraps opens as specified in the envelope of a tenant.</summary>
    internal virtual bool IsOf(TenantId tenant) => true;

    private sealed class KnowsPassphrase(string passphrase) : ExportRecipient
    {
        internal override EnvelopeWrap Wrap(DataKey key) =>
            PassphraseWrap.Wrap(key, passphrase, RandomNumberGenerator.GetBytes(PassphraseWrap.SaltBytes), PassphraseWrap.Iterations);
    }

    private sealed class HoldsPrivateKey(byte[] publicKey) : ExportRecipient
    {
        internal override string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(publicKey));

        internal override EnvelopeWrap Wrap(DataKey key)
        {
            using var rsa = RSA.Create();
            rsa.ImportSubjectPublicKeyInfo(publicKey, out _);
            using var bytes = new Wiped(stackalloc byte[DataKey.Bytes]);
            key.UnsafeExportKey(bytes.Bytes);
            byte[] wrapped = rsa.Encrypt(bytes.Bytes, RSAEncryptionPadding.OaepSHA256);
            return new() { Kind = WrapKind.PublicKey, Provider = EnvelopeWrap.PublicKeyProvider, Key = new() { KeyVersion = new(Fingerprint, "1"), Ciphertext = wrapped } };
        }
    }

    private sealed class IsGivenKey(KeyEncryptionKey given) : ExportRecipient
    {
        internal override EnvelopeWrap Wrap(DataKey key) => given.Wrap(key);

        internal override bool IsOf(TenantId tenant) => given.Tenant == tenant;
    }
}
