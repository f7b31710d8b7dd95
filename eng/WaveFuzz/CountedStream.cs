namespace QualityKit.WaveFuzz;

/// <summary>A file that may not be asked without end: a reader that loops is caught by the number of its calls, on any machine at the same one.</summary>
internal sealed class CountedStream(byte[] file, bool canSeek) : Stream
{
    private int _left = (2 * file.Length) + 100;
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => canSeek;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position
    {
        get => _position;
        set
        {
            Count();
            _position = checked((int)value);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        Count();
        int count = Math.Min(buffer.Length, file.Length - _position);
        file.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Count()
    {
        if (--_left < 0)
        {
            throw new InvalidOperationException("the reader asks without end");
        }
    }
}
