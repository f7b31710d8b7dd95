namespace QualityKit.Encryption;

/// <summary>The measures of an encrypted payload: a header of 56 bytes, then chunks of 16 KiB, each with a tag; the last is shorter, and may be empty.</summary>
public static class PayloadFormat
{
    /// <summary>The bytes of plaintext in every chunk but the last: 16,384.</summary>
    public const int ChunkBytes = 16 * 1024;

    /// <summary>The bytes of the tag behind each chunk: 16.</summary>
    public const int TagBytes = 16;

    /// <summary>The bytes of a whole encrypted chunk: 16,400.</summary>
    public const int SealedChunkBytes = ChunkBytes + TagBytes;

    /// <summary>The bytes of the salt: 24.</summary>
    public const int SaltBytes = 24;

    /// <summary>The bytes of the commitment: 32.</summary>
    public const int CommitmentBytes = 32;

    /// <summary>The bytes before the first chunk, salt and commitment: 56.</summary>
    public const int HeaderBytes = SaltBytes + CommitmentBytes;

    /// <summary>The most chunks of a payload: 2^38, which is 4 PiB.</summary>
    public const long MostChunks = 1L << 38;

    /// <summary>The most bytes of plaintext: one less than 4 PiB, because the last chunk is never whole.</summary>
    public const long MostBytes = (MostChunks * ChunkBytes) - 1;

    /// <summary>How many bytes a plaintext takes when it is encrypted. There is one way to cut every length.</summary>
    /// <param name="plaintextLength">0 to <see cref="MostBytes"/>.</param>
    public static long CiphertextLength(long plaintextLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(plaintextLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(plaintextLength, MostBytes);
        return HeaderBytes + plaintextLength + (ChunksOf(plaintextLength) * TagBytes);
    }

    /// <summary>How many bytes of plaintext an encrypted payload of a length holds; null when no plaintext makes that length.</summary>
    public static long? PlaintextLength(long ciphertextLength)
    {
        long body = ciphertextLength - HeaderBytes;
        long last = body % SealedChunkBytes;
        if (body < TagBytes || last < TagBytes || body / SealedChunkBytes >= MostChunks)
        {
            return null;
        }

        return (body / SealedChunkBytes * ChunkBytes) + last - TagBytes;
    }

    /// <summary>The most bytes of plaintext that an encrypted payload of at most a length has room for; -1 when it has room for none.</summary>
    internal static long MostIn(long ciphertextLength)
    {
        (long whole, long last) = Math.DivRem(Math.Min(ciphertextLength, CiphertextLength(MostBytes)) - HeaderBytes, SealedChunkBytes);

        // Where the rest has no room for another chunk, the chunk before it is the last, and so not whole.
        return (whole * ChunkBytes) + Math.Max(last - TagBytes, -1);
    }

    /// <summary>How many chunks a plaintext is cut into: at least one.</summary>
    internal static long ChunksOf(long plaintextLength) => (plaintextLength / ChunkBytes) + 1;

    /// <summary>Where a chunk begins in the encrypted payload.</summary>
    internal static long OffsetOf(long chunk) => HeaderBytes + (chunk * SealedChunkBytes);
}
