using System.Security.Cryptography;
using QualityKit.Encryption;

namespace QualityKit.Vault;

/// <summary>What a recipient of an export has.</summary>
public abstract class ExportSecret
{
    private protected ExportSecret()
    {
    }

    /// <summary>A passphrase.</summary>
    /// <exception cref="ArgumentException">It has half a surrogate pair, or is not ASCII in a process that does not normalize text (<c>InvariantGlobalization</c>).</exception>
    public static ExportSecret Passphrase(string passphrase)
    {
        ArgumentNullException.ThrowIfNull(passphrase);
        return new KnownPassphrase(PassphraseWrap.Checked(passphrase));
    }

    /// <summary>The private half of an RSA key, which stays the caller's. Opening with one that was disposed throws <see cref="ObjectDisposedException"/>.</summary>
    public static ExportSecret PrivateKey(RSA key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new HeldKey(key);
    }

    /// <summary>A key that was handed over, which stays the caller's. Opening with one that was disposed throws <see cref="ObjectDisposedException"/>.</summary>
    public static ExportSecret OneTimeKey(KeyEncryptionKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new GivenKey(key);
    }

    /// <summary>The data key that a wrap holds; null when this secret does not unwrap it.</summary>
    internal abstract DataKey? Unwrap(EnvelopeWrap wrap);

    private sealed class KnownPassphrase(string passphrase) : ExportSecret
    {
        internal override DataKey? Unwrap(EnvelopeWrap wrap) => PassphraseWrap.Unwrap(wrap, passphrase);
    }

    private sealed class GivenKey(KeyEncryptionKey key) : ExportSecret
    {
        internal override DataKey? Unwrap(EnvelopeWrap wrap) => key.Unwrap(wrap);
    }

    private sealed class HeldKey(RSA rsa) : ExportSecret
    {
        internal override DataKey? Unwrap(EnvelopeWrap wrap)
        {
            if (wrap.Kind != WrapKind.PublicKey)
            {
                return null;
            }

            byte[] bytes = [];
            try
            {
                bytes = rsa.Decrypt(wrap.Key.Ciphertext.Span, RSAEncryptionPadding.OaepSHA256);
                return bytes.Length == DataKey.Bytes ? new(bytes, mayEncrypt: false) : null;
            }
            catch (CryptographicException)
            {
                return null;
            }
            finally
            {
                CryptographicOperations.ZeroMemory(bytes);
            }
        }
    }
}
