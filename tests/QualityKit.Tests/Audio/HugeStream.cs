namespace QualityKit.Tests.Audio;

/// <summary>A file of any length that keeps its beginning and its end; between them are zeros. So 5 GiB take no room.</summary>
internal sealed class HugeStream(bool canSeek = true) : Stream
{
    private const int Kept = 4096;

    private readonly byte[] _beginning = new byte[Kept];
    private readonly Dictionary<long, byte> _marks = [];
    private long _length;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => canSeek;

    public override bool CanWrite => true;

    public override long Length => canSeek ? _length : throw new NotSupportedException();

    public override long Position
    {
        get => canSeek ? _position : throw new NotSupportedException();
        set => _position = canSeek ? value : throw new NotSupportedException();
    }

    public long Written => _length;

    public void Rewind() => _position = 0;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int count = (int)Math.Min(buffer.Length, _length - _position);
        for (int place = 0; place < count; place++, _position++)
        {
            buffer[place] = _position < Kept ? _beginning[_position] : _marks.GetValueOrDefault(_position);
        }

        return count;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_position < Kept)
        {
            buffer[..(int)Math.Min(buffer.Length, Kept - _position)].CopyTo(_beginning.AsSpan((int)_position));
        }
        else if (buffer.Length <= 16)
        {
            for (int place = 0; place < buffer.Length; place++)
            {
                _marks[_position + place] = buffer[place];
            }
        }

        _position += buffer.Length;
        _length = Math.Max(_length, _position);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
