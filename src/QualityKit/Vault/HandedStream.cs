namespace QualityKit.Vault;

/// <summary>A stream that is read or written asynchronously, as synchronous code on an <see cref="AudioThread"/> sees it. Its buffer is wiped when it is disposed; the stream stays the caller's.</summary>
internal sealed class HandedStream : Stream
{
    private const int BufferBytes = 64 * 1024;

    private readonly AudioThread _thread;
    private readonly Stream? _source;
    private readonly Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask>? _sink;
    private readonly CancellationToken _stop;
    private readonly OwnedBuffer _buffer = new(BufferBytes);
    private int _start;
    private int _held;

    private HandedStream(AudioThread thread, Stream? source, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask>? sink, CancellationToken stop) =>
        (_thread, _source, _sink, _stop) = (thread, source, sink, stop);

    public override bool CanRead => _source is not null;

    public override bool CanSeek => _source is { CanSeek: true };

    public override bool CanWrite => _sink is not null;

    public override long Length => _source!.Length;

    public override long Position
    {
        get => _source!.Position - _held;
        set
        {
            _source!.Position = value;
            _held = 0;
        }
    }

    /// <summary>What is read from.</summary>
    public static HandedStream From(AudioThread thread, Stream source, CancellationToken stop) => new(thread, source, null, stop);

    /// <summary>What is written to.</summary>
    public static HandedStream To(AudioThread thread, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> sink, CancellationToken stop) => new(thread, null, sink, stop);

    public override int Read(Span<byte> buffer)
    {
        if (_held == 0 && !buffer.IsEmpty)
        {
            _thread.Wait(async () => _held = await _source!.ReadAsync(_buffer.Memory, _stop).ConfigureAwait(false));
            _start = 0;
        }

        int taken = Math.Min(_held, buffer.Length);
        _buffer.Span.Slice(_start, taken).CopyTo(buffer);
        _start += taken;
        _held -= taken;
        return taken;
    }

    public override void CopyTo(Stream destination, int bufferSize)
    {
        ValidateCopyToArguments(destination, bufferSize);
        using var buffer = new OwnedBuffer(bufferSize);
        for (int read = Read(buffer.Span); read > 0; read = Read(buffer.Span))
        {
            destination.Write(buffer.Span[..read]);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            int taken = Math.Min(BufferBytes - _held, buffer.Length);
            buffer[..taken].CopyTo(_buffer.Span[_held..]);
            _held += taken;
            buffer = buffer[taken..];
            if (_held == BufferBytes)
            {
                Flush();
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        if (_sink is not null && _held > 0)
        {
            _thread.Wait(() => _sink(_buffer.Memory[.._held], _stop));
            _held = 0;
        }
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        SeekOrigin.End => Length + offset,
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, "is no origin"),
    };

    public override void SetLength(long value) => throw new NotSupportedException("what is handed over has the length that it has");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _buffer.Dispose();
        }

        base.Dispose(disposing);
    }
}
