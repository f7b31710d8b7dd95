using System.Buffers.Binary;

namespace QualityKit.Audio;

/// <summary>Reads chunk after chunk up to the samples. Each takes at least eight bytes, so it comes to an end; none is kept.</summary>
internal sealed class WaveHeaderReader(WaveBytes bytes)
{
    private const int HeadBytes = 8;
    private const int LeastLengthBytes = 24;
    private const uint Unknown = uint.MaxValue;

    private AudioFormat? _format;
    private bool _isLong;
    private bool _wasOdd;
    private ulong _fileBytes;
    private ulong? _longData;

    public WaveHeader Read()
    {
        Start();
        for (int chunk = 0; chunk < WaveReader.MostChunks; chunk++)
        {
            (ChunkId id, uint size) = Head();
            if (id == ChunkId.Data)
            {
                return new() { Format = _format ?? throw new WaveFormatException(WaveProblem.NoFormat, bytes.Offset - HeadBytes), DataBytes = DataBytes(size) };
            }

            Take(id, size);
            _wasOdd = size % 2 != 0;
        }

        throw new WaveFormatException(WaveProblem.TooManyChunks, bytes.Offset);
    }

    private void Start()
    {
        Span<byte> start = stackalloc byte[12];
        int read = bytes.Read(start);
        var id = new ChunkId(BinaryPrimitives.ReadUInt32LittleEndian(start));
        if (read < start.Length || !(id == ChunkId.Riff || id == ChunkId.Rf64 || id == ChunkId.Bw64) || !start[8..].SequenceEqual("WAVE"u8))
        {
            throw new WaveFormatException(WaveProblem.NotWave, 0);
        }

        _isLong = id != ChunkId.Riff;
        _fileBytes = BinaryPrimitives.ReadUInt32LittleEndian(start[4..]);
    }

    // After a chunk of odd size comes a byte that fills it up; writers forget it, and some put something else than zero there.
    private (ChunkId Id, uint Size) Head()
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        long at = bytes.Offset;
        int read = bytes.Read(head);
        if (_wasOdd && !new ChunkId(BinaryPrimitives.ReadUInt32LittleEndian(head)).IsKnown)
        {
            head[1..].CopyTo(head);
            read += bytes.Read(head[^1..]) - 1;
        }

        return read == HeadBytes
            ? (new(BinaryPrimitives.ReadUInt32LittleEndian(head)), BinaryPrimitives.ReadUInt32LittleEndian(head[4..]))
            : throw new WaveFormatException(WaveProblem.NoData, at);
    }

    private void Take(ChunkId id, uint size)
    {
        long start = bytes.Offset;
        if (id == ChunkId.Format && _format is null)
        {
            _format = WaveFormatChunk.Read(bytes, size);
        }
        else if (id == ChunkId.LongSizes && _isLong && size >= LeastLengthBytes)
        {
            _fileBytes = bytes.Number(WaveProblem.LengthOutOfRange);
            _longData = bytes.Number(WaveProblem.LengthOutOfRange);
        }

        bytes.Skip(size - (bytes.Offset - start));
    }

    private long? DataBytes(uint size)
    {
        if (size != Unknown)
        {
            // A recorder writes 0 and comes back when it knows more. It is meant where the file says that chunks follow.
            return size != 0 || IsEmpty() ? size : null;
        }

        if (!_isLong)
        {
            return null;
        }

        return _longData switch
        {
            0 => null,
            <= long.MaxValue => (long)_longData.Value,
            _ => throw new WaveFormatException(WaveProblem.LengthOutOfRange, bytes.Offset - HeadBytes),
        };
    }

    private bool IsEmpty() => _fileBytes != Unknown && _fileBytes + HeadBytes > (ulong)bytes.Offset;
}
