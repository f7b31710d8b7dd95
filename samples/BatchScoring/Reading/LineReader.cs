namespace BatchScoring.Reading;

/// <summary>Reads plain or compressed bytes line by line through one buffer, so that memory depends on the longest line
/// and not on the size of the input.</summary>
internal sealed class LineReader(Stream input)
{
    public const int LongestLine = 16 * 1024 * 1024;

    private Stream? _text;
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _hasEnded;
    private long _number;

    /// <summary>Why the input broke off; null as long as it did not.</summary>
    public string? Break { get; private set; }

    /// <summary>The number of the last line read, from 1.</summary>
    public long Number => _number;

    public IEnumerable<Line> Lines()
    {
        while (Next() is { } line)
        {
            yield return line;
        }
    }

    private Line? Next()
    {
        int scanned = 0;
        bool isTooLong = false;
        while (true)
        {
            int newLine = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (newLine >= 0)
            {
                isTooLong |= scanned + newLine > LongestLine;
                return Take(scanned + newLine, skip: 1, isTooLong ? LineEnd.TooLong : LineEnd.NewLine);
            }

            scanned = _end - _start;
            if (scanned > LongestLine)
            {
                isTooLong = true;
                _start = _end;
                scanned = 0;
            }

            if (!Fill())
            {
                return scanned == 0 && !isTooLong ? null : Take(scanned, skip: 0, EndOfLast(isTooLong));
            }
        }
    }

    private LineEnd EndOfLast(bool isTooLong) =>
        isTooLong ? LineEnd.TooLong : Break is null ? LineEnd.EndOfInput : LineEnd.Broken;

    private Line Take(int length, int skip, LineEnd end)
    {
        ReadOnlyMemory<byte> bytes = _buffer.AsMemory(_start, length);
        _start += length + skip;
        _number++;
        return new(_number, end == LineEnd.TooLong ? default : Trim(bytes), end);
    }

    private ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> byteOrderMark = [0xEF, 0xBB, 0xBF];
        if (_number == 1 && bytes.Span.StartsWith(byteOrderMark))
        {
            bytes = bytes[byteOrderMark.Length..];
        }

        return bytes.Span.EndsWith("\r"u8) ? bytes[..^1] : bytes;
    }

    private bool Fill()
    {
        if (_hasEnded)
        {
            return false;
        }

        MakeRoom();
        int count = Read();
        _end += count;
        _hasEnded = count == 0;
        return !_hasEnded;
    }

    private int Read()
    {
        try
        {
            _text ??= Gzip.Open(input);
            return _text.Read(_buffer, _end, _buffer.Length - _end);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            Break = e is InvalidDataException ? "the compressed data is cut off or damaged" : $"reading failed: {e.Message}";
            return 0;
        }
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
    }
}
