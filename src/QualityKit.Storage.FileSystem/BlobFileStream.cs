using Microsoft.Win32.SafeHandles;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Errors;

namespace QualityKit.Storage.FileSystem;

/// <summary>Some bytes of a blob, read forward. Once it failed it goes on failing, and it ends only where the bytes that were asked for end.</summary>
internal sealed class BlobFileStream(SafeFileHandle handle, BlobName name, long start, long length) : Stream
{
    private readonly long _end = start + length;

    private long _next = start;

    private bool _isBroken;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    public override int Read(Span<byte> buffer)
    {
        int wanted = Wanted(buffer.Length);
        try
        {
            return wanted == 0 ? 0 : Passed(RandomAccess.Read(handle, buffer[..wanted], _next));
        }
        catch (Exception failure) when (DiskFault.Is(failure))
        {
            throw Broken(failure);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int wanted = Wanted(buffer.Length);
        try
        {
            return wanted == 0 ? 0 : Passed(await RandomAccess.ReadAsync(handle, buffer[..wanted], _next, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception failure) when (DiskFault.Is(failure))
        {
            throw Broken(failure);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        handle.Dispose();
        base.Dispose(disposing);
    }

    private int Wanted(int room)
    {
        ObjectDisposedException.ThrowIf(handle.IsClosed, this);
        return _isBroken ? throw Broken(null) : (int)Math.Min(room, _end - _next);
    }

    private int Passed(int read)
    {
        _next += read;
        return read > 0 ? read : throw new EndOfStreamException($"the file ends before byte {_end}");
    }

    private StorageUnavailableException Broken(Exception? failure)
    {
        _isBroken = true;
        return failure is null
            ? new StorageUnavailableException($"reading the blob `{name}` broke off before")
            : DiskFault.Of($"reading the blob `{name}` broke off", failure);
    }
}
