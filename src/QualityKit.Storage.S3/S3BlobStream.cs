using Amazon.S3.Model;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Errors;

namespace QualityKit.Storage.S3;

/// <summary>Some bytes of a blob as they arrive. Once it failed it goes on failing, and it ends only where the bytes that were asked for end.</summary>
internal sealed class S3BlobStream(GetObjectResponse response, BlobName name, long length, TimeSpan timeout, TimeProvider time) : Stream
{
    private long _left = length;

    private bool _isBroken;

    private bool _isDisposed;

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
        int wanted = Wanted(count);
        try
        {
            return wanted == 0 ? 0 : Passed(response.ResponseStream.Read(buffer, offset, wanted));
        }
        catch (Exception failure) when (S3Fault.Is(failure))
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
        if (wanted == 0)
        {
            return 0;
        }

        using var late = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return Passed(await response.ResponseStream.ReadAsync(buffer[..wanted], either.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The connection is torn in the middle of a read: what comes next on it is unknown.
            _isBroken = true;
            throw;
        }
        catch (Exception failure) when (S3Fault.Is(failure))
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
        _isDisposed = true;
        response.Dispose();
        base.Dispose(disposing);
    }

    private int Wanted(int room)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _isBroken ? throw Broken(null) : (int)Math.Min(room, _left);
    }

    private int Passed(int read)
    {
        _left -= read;
        return read > 0 ? read : throw new EndOfStreamException($"the answer ends {_left} bytes early");
    }

    private StorageUnavailableException Broken(Exception? failure)
    {
        _isBroken = true;
        return failure is null
            ? new StorageUnavailableException($"reading the blob `{name}` broke off before")
            : S3Fault.Of($"reading the blob `{name}` broke off", failure);
    }
}
