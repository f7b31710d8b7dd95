using System.Security.Cryptography;

namespace QualityKit.Encryption;

/// <summary>The key of one recording: 32 random bytes that are never printed, compared, serialised or given away, and wiped when disposed.</summary>
/// <remarks>One key encrypts one payload: a second attempt takes a new key, so that nothing is ever encrypted twice under one nonce. May be used by several threads at once.</remarks>
public sealed class DataKey : IDisposable
{
    /// <summary>The bytes of a key: 32.</summary>
    public const int Bytes = 32;

    internal SecretBytes Secret { get; }
    private int _mayEncrypt;

    internal DataKey(ReadOnlySpan<byte> bytes, bool mayEncrypt)
    {
        Secret = new(bytes);
        _mayEncrypt = mayEncrypt ? 1 : 0;
    }

    /// <summary>A key of bytes that the caller has. Unsafe: whether they are random, and who else has them, is the caller's to know.</summary>
    /// <param name="bytes">32 bytes; copied, and the caller's to wipe.</param>
    /// <exception cref="ArgumentException">There are more or fewer bytes.</exception>
    public static DataKey UnsafeFromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Bytes
        ? new(bytes, mayEncrypt: true)
        : throw new ArgumentException($"a data key has {Bytes} bytes, not {bytes.Length}", nameof(bytes));

    /// <summary>Writes the key where the caller says. Unsafe: whoever has it reads the recording.</summary>
    /// <param name="destination">At least 32 bytes, the caller's to wipe.</param>
    /// <exception cref="ArgumentException">The destination is too small.</exception>
    /// <exception cref="ObjectDisposedException">The key was disposed.</exception>
    public void UnsafeExportKey(Span<byte> destination)
    {
        if (destination.Length < Bytes)
        {
            throw new ArgumentException($"a data key takes {Bytes} bytes, there are {destination.Length}", nameof(destination));
        }

        Secret.Hold().CopyTo(destination);
        Secret.Release();
    }

    /// <summary>Wipes the key. What was opened with it before goes on.</summary>
    public void Dispose() => Secret.Dispose();

    /// <summary>Never the key.</summary>
    public override string ToString() => "DataKey(secret)";

    /// <summary>Says that a payload is encrypted with this key, which is so once.</summary>
    /// <exception cref="InvalidOperationException">One was before, or the key was unwrapped: then it encrypted its payload long ago.</exception>
    internal void Spend()
    {
        if (Interlocked.Exchange(ref _mayEncrypt, 0) == 0)
        {
            throw new InvalidOperationException("a data key encrypts one payload; take a new one");
        }
    }

    /// <summary>A copy with an owner of its own, which encrypts nothing.</summary>
    internal DataKey Copy()
    {
        ReadOnlySpan<byte> secret = Secret.Hold();
        try
        {
            return new(secret, mayEncrypt: false);
        }
        finally
        {
            Secret.Release();
        }
    }

    /// <summary>What chunks of a payload are encrypted with.</summary>
    internal ChunkCipher CipherFor(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> context, int lanes = 1)
    {
        ReadOnlySpan<byte> secret = Secret.Hold();
        try
        {
            return new(secret, salt, context, lanes);
        }
        finally
        {
            Secret.Release();
        }
    }

    /// <summary>HMAC-SHA-256 of bytes, with a key that derives from this one for a purpose.</summary>
    internal byte[] Mac(ReadOnlySpan<byte> purpose, ReadOnlySpan<byte> bytes)
    {
        using var key = new Wiped(stackalloc byte[Bytes]);
        Derive(purpose, key.Bytes);
        return HMACSHA256.HashData(key.Bytes, bytes);
    }

    private void Derive(ReadOnlySpan<byte> purpose, Span<byte> key)
    {
        HkdfExpand.Sha512(Secret.Hold(), purpose, key);
        Secret.Release();
    }
}
