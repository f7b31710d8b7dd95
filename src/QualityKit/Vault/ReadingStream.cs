namespace QualityKit.Vault;

/// <summary>A stream that is read asynchronously and never written. Forward only, unless a kind of it says otherwise.</summary>
internal abstract class ReadingStream : Stream
{
    public sealed override bool CanRead => true;

    public override bool CanSeek => false;

    public sealed override bool CanWrite => false;

    public override long Length => throw new NotSupportedException("it is read forward");

    public override long Position
    {
        get => throw new NotSupportedException("it is read forward");
        set => throw new NotSupportedException("it is read forward");
    }

    public abstract override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default);

    public sealed override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <summary>Copies what is left through a buffer of our own: that of the framework would come from the shared pool, and go back with what was in it.</summary>
    public sealed override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        ValidateCopyToArguments(destination, bufferSize);
        return OwnedBuffer.CopyAsync(this, destination, bufferSize, cancellationToken);
    }

    public sealed override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("a recording is read asynchronously");

    public sealed override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        SeekOrigin.End => Length + offset,
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, "is no origin"),
    };

    public sealed override void SetLength(long value) => throw new NotSupportedException("a recording is never changed");

    public sealed override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("a recording is never changed");
}
