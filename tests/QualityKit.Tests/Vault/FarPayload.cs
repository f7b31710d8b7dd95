using System.Security.Cryptography;
using QualityKit.Reference.Recording;
using QualityKit.Vault;

namespace QualityKit.Tests.Vault;

/// <summary>A payload of any size that nobody holds: its chunks are encrypted by the reference when they are read.</summary>
internal sealed class FarPayload
{
    private readonly byte[] _key;
    private readonly byte[] _baseNonce;
    private readonly byte[] _header;
    private readonly long _whole;

    /// <param name="context">The context.</param>
    /// <param name="whole">How many whole chunks; one of 5 bytes follows.</param>
    public FarPayload(byte[] context, long whole)
    {
        (_key, _baseNonce, byte[] commitment) = ReferenceCobblestone.Derive(SamplePayload.Key, SamplePayload.Salt, context);
        _header = [.. SamplePayload.Salt, .. commitment];
        _whole = whole;
        Source = CiphertextSource.Of(56 + (whole * 16400) + 21, (offset, length, _) => ValueTask.FromResult<Stream>(new ChunkStream(this, offset, length)));
    }

    public CiphertextSource Source { get; }

    /// <summary>What making chunks has allocated.</summary>
    public long Allocated { get; private set; }

    /// <summary>The plaintext of a chunk: its number, over and over.</summary>
    public static byte[] Plaintext(long chunk, int length)
    {
        byte[] bytes = new byte[length];
        for (int place = 0; place < length; place++)
        {
            bytes[place] = (byte)(chunk >> (8 * (place % 8)));
        }

        return bytes;
    }

    public static byte[] Seal(byte[] key, byte[] nonce, byte[] plaintext)
    {
        byte[] sealedChunk = new byte[plaintext.Length + 16];
        using var gcm = new AesGcm(key, 16);
        gcm.Encrypt(nonce, plaintext, sealedChunk.AsSpan(..^16), sealedChunk.AsSpan(^16..));
        return sealedChunk;
    }

    private byte[] At(long offset)
    {
        if (offset < 56)
        {
            return _header[(int)offset..];
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        long chunk = (offset - 56) / 16400;
        byte[] made = Seal(_key, ReferenceCobblestone.Nonce(_baseNonce, chunk), Plaintext(chunk, chunk < _whole ? 16384 : 5))[(int)((offset - 56) % 16400)..];
        Allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        return made;
    }

    private sealed class ChunkStream(FarPayload payload, long offset, long left) : MemoryStream
    {
        private byte[] _chunk = [];

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (left == 0)
            {
                return ValueTask.FromResult(0);
            }

            if (_chunk.Length == 0)
            {
                _chunk = payload.At(offset);
            }

            int taken = (int)Math.Min(Math.Min(_chunk.Length, buffer.Length), left);
            _chunk.AsSpan(0, taken).CopyTo(buffer.Span);
            _chunk = _chunk[taken..];
            offset += taken;
            left -= taken;
            return ValueTask.FromResult(taken);
        }
    }
}
