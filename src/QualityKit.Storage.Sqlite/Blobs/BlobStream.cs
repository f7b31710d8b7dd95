using QualityKit.Storage.Blobs;
using QualityKit.Storage.Errors;
using QualityKit.Storage.Sqlite.Transactions;

namespace QualityKit.Storage.Sqlite.Blobs;

/// <summary>Reads a part of a blob forward, one piece in memory at a time. It holds no snapshot between reads; a blob that is deleted meanwhile breaks the read off.</summary>
internal sealed class BlobStream(Database database, long number, BlobInfo info, long start, long length) : Stream
{
    private byte[] _chunk = [];
    private long _chunkNumber = -1;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => _position; set => throw new NotSupportedException("the stream is read forward"); }

    public override int Read(Span<byte> buffer)
    {
        if (_position == length || buffer.IsEmpty)
        {
            return 0;
        }

        if (NeededChunk() is { } needed)
        {
            Keep(needed, database.TryRead(session => ChunkRows.Read(session, number, needed), CancellationToken.None, out byte[]? bytes) ? bytes : null);
        }

        return Copy(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_position == length || buffer.IsEmpty)
        {
            return 0;
        }

        if (NeededChunk() is { } needed)
        {
            Keep(needed, await database.ReadAsync(session => ChunkRows.Read(session, number, needed), cancellationToken).ConfigureAwait(false));
        }

        return Copy(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("the stream is read forward");

    public override void SetLength(long value) => throw new NotSupportedException("a blob never changes");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("a blob never changes");

    private long? NeededChunk()
    {
        long chunk = (start + _position) / ChunkRows.Size;
        return chunk == _chunkNumber ? null : chunk;
    }

    private void Keep(long chunk, byte[]? bytes)
    {
        long expected = Math.Min(ChunkRows.Size, info.Length - (chunk * ChunkRows.Size));
        (_chunk, _chunkNumber) = bytes?.Length == expected
            ? (bytes, chunk)
            : throw new StorageUnavailableException($"the blob `{info.Name}` was deleted while it was read");
    }

    private int Copy(Span<byte> buffer)
    {
        int offset = (int)((start + _position) % ChunkRows.Size);
        int count = (int)Math.Min(Math.Min(buffer.Length, _chunk.Length - offset), length - _position);
        _chunk.AsSpan(offset, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
