namespace QualityKit.Testing.Faults;

/// <summary>A stream that breaks after some bytes, or at a read that goes wrong, and then fails at every later read: it never just ends.</summary>
internal sealed class FaultyStream(Stream stream, FaultSchedule faults, long passes) : Stream
{
    private const string Operation = "StreamReadAsync";

    private long _left = passes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException("the length is not known");

    public override long Position
    {
        get => throw new NotSupportedException("the position is not known");
        set => throw new NotSupportedException("reads go forward only");
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Fault? fault = faults.Next(Operation);
        await FaultSchedule.WaitAsync(fault, cancellationToken).ConfigureAwait(false);
        return Pass(fault, await stream.ReadAsync(buffer[..Bounded(fault, buffer.Length)], cancellationToken).ConfigureAwait(false), buffer.Length);
    }

    public override int Read(Span<byte> buffer)
    {
        Fault? fault = faults.Next(Operation);
        return Pass(fault, stream.Read(buffer[..Bounded(fault, buffer.Length)]), buffer.Length);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("reads go forward only");

    public override void SetLength(long value) => throw new NotSupportedException("a blob cannot be changed");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("a blob cannot be changed");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }

    public override async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    private int Bounded(Fault? fault, int wanted)
    {
        _left = fault?.Kind switch
        {
            FaultKind.BeforeEffect or FaultKind.AfterEffect => 0,
            FaultKind.Cut => Math.Min(_left, fault.Passes),
            _ => _left,
        };
        return (int)Math.Min(_left, wanted);
    }

    // Where nothing may pass any more, and something was asked for, the connection is gone; that is never an end.
    private int Pass(Fault? fault, int read, int wanted)
    {
        if (_left == 0 && wanted > 0)
        {
            throw FaultSchedule.Lost(fault is null ? Operation : $"{Operation}: {fault.Kind}");
        }

        _left -= read;
        return read;
    }
}
