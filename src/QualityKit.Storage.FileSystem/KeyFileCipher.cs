using System.Security.Cryptography;
using System.Text;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Keys;

namespace QualityKit.Storage.FileSystem;

/// <summary>Wraps keys with a secret of a key file: a nonce of 12 bytes, the ciphertext, a tag of 16.</summary>
internal static class KeyFileCipher
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static WrappedKey Wrap(byte[] secret, KeyVersionId version, TenantId tenant, ReadOnlySpan<byte> context, ReadOnlySpan<byte> key)
    {
        byte[] wrapped = new byte[NonceBytes + key.Length + TagBytes];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceBytes));
        using AesGcm cipher = Cipher(secret, version, tenant);
        cipher.Encrypt(wrapped.AsSpan(0, NonceBytes), key, wrapped.AsSpan(NonceBytes, key.Length), wrapped.AsSpan(NonceBytes + key.Length), context);
        return new() { KeyVersion = version, Ciphertext = wrapped };
    }

    public static UnwrapResult Unwrap(byte[] secret, TenantId tenant, UnwrapRequest request)
    {
        ReadOnlySpan<byte> wrapped = request.Wrapped.Ciphertext.Span;
        int length = wrapped.Length - NonceBytes - TagBytes;
        if (length is <= 0 or > KeyLimits.KeyBytes)
        {
            return UnwrapResult.Refused(KeyAnswer.Wrong);
        }

        using AesGcm cipher = Cipher(secret, request.Wrapped.KeyVersion, tenant);
        Span<byte> key = stackalloc byte[KeyLimits.KeyBytes];
        try
        {
            cipher.Decrypt(wrapped[..NonceBytes], wrapped.Slice(NonceBytes, length), wrapped[(NonceBytes + length)..], key[..length], request.Context.Span);
            key[..length].CopyTo(request.Destination.Span);
            return UnwrapResult.Done(length);
        }
        catch (AuthenticationTagMismatchException)
        {
            return UnwrapResult.Refused(KeyAnswer.Wrong);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    // A key for each tenant and version, so that what is wrapped is bound to both.
    private static AesGcm Cipher(byte[] secret, KeyVersionId version, TenantId tenant)
    {
        Span<byte> key = stackalloc byte[KeyFileContent.SecretBytes];
        HKDF.Expand(HashAlgorithmName.SHA256, secret, key, Encoding.UTF8.GetBytes($"qualitykit.dev/key-file/1\0{version.Key}\0{version.Version}\0{tenant.Value}"));
        var cipher = new AesGcm(key, TagBytes);
        CryptographicOperations.ZeroMemory(key);
        return cipher;
    }
}
