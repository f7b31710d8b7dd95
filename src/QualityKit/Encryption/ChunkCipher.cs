using System.Buffers.Binary;
using System.Security.Cryptography;

namespace QualityKit.Encryption;

/// <summary>Encrypts and opens the chunks of one payload, on one thread a lane.</summary>
internal sealed class ChunkCipher : IDisposable
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;

    private readonly AesGcm[] _lanes;
    private readonly byte[] _baseNonce = new byte[NonceBytes];
    private readonly byte[] _commitment = new byte[PayloadFormat.CommitmentBytes];

    /// <summary>key || base nonce || commitment = HKDF-Expand(data key, "c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM" || 0 || salt || context).</summary>
    public ChunkCipher(ReadOnlySpan<byte> dataKey, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> context, int lanes = 1)
    {
        using var wiped = new Wiped(stackalloc byte[KeyBytes + NonceBytes + PayloadFormat.CommitmentBytes]);
        Span<byte> derived = wiped.Bytes;
        byte[] info = [.. "c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0"u8, .. salt, .. context];
        HkdfExpand.Sha512(dataKey, info, derived);
        _lanes = new AesGcm[lanes];
        for (int lane = 0; lane < lanes; lane++)
        {
            _lanes[lane] = new(derived[..KeyBytes], PayloadFormat.TagBytes);
        }

        derived.Slice(KeyBytes, NonceBytes).CopyTo(_baseNonce);
        derived[(KeyBytes + NonceBytes)..].CopyTo(_commitment);
    }

    /// <summary>What shows that key, salt and context are the right ones, and no others.</summary>
    public ReadOnlySpan<byte> Commitment => _commitment;

    /// <summary>Whether a header commits to the key, salt and context of this cipher.</summary>
    public bool IsCommittedBy(ReadOnlySpan<byte> commitment) => CryptographicOperations.FixedTimeEquals(_commitment, commitment);

    /// <summary>Encrypts a chunk.</summary>
    /// <param name="number">Which, from 0, below 2^38.</param>
    /// <param name="plaintext">At most 16 KiB.</param>
    /// <param name="destination">Exactly 16 bytes more.</param>
    /// <param name="lane">Which lane does it.</param>
    public void Seal(long number, ReadOnlySpan<byte> plaintext, Span<byte> destination, int lane = 0)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        NonceOf(number, nonce);
        _lanes[lane].Encrypt(nonce, plaintext, destination[..plaintext.Length], destination[plaintext.Length..]);
    }

    /// <summary>Opens a chunk; false, with nothing in the destination, when it is not what was encrypted as that number.</summary>
    /// <param name="number">Which, from 0, below 2^38.</param>
    /// <param name="chunk">The chunk with its tag.</param>
    /// <param name="destination">Exactly 16 bytes fewer.</param>
    public bool TryOpen(long number, ReadOnlySpan<byte> chunk, Span<byte> destination)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        NonceOf(number, nonce);
        try
        {
            _lanes[0].Decrypt(nonce, chunk[..^PayloadFormat.TagBytes], chunk[^PayloadFormat.TagBytes..], destination);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            // The framework has cleared the destination, as it documents.
            return false;
        }
    }

    public void Dispose() => Array.ForEach(_lanes, lane => lane.Dispose());

    /// <summary>The base nonce, exclusive-or the number at its end, most significant byte first.</summary>
    private void NonceOf(long number, Span<byte> nonce)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, PayloadFormat.MostChunks);
        _baseNonce.CopyTo(nonce);
        Span<byte> end = nonce[^sizeof(ulong)..];
        BinaryPrimitives.WriteUInt64BigEndian(end, BinaryPrimitives.ReadUInt64BigEndian(end) ^ (ulong)number);
    }
}
