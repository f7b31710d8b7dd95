using System.Buffers.Binary;
using QualityKit.Audio;

namespace QualityKit.Tests.Audio;

public sealed class WaveWriterTests
{
    private const long FourGiB = 1L << 32;

    private static readonly AudioFormat[] All =
    [
        AudioFormat.Pcm(8000, 1), AudioFormat.Pcm(16000, 2), AudioFormat.Pcm(8000, 1, 8), AudioFormat.Pcm(44100, 3, 8), AudioFormat.Pcm(48000, 2, 24),
        AudioFormat.Pcm(8000, 6), AudioFormat.Pcm(8000, 1, 32), AudioFormat.ALaw(8000, 1), AudioFormat.ALaw(8000, 3), AudioFormat.MuLaw(8000, 2), AudioFormat.MuLaw(16000, 1),
    ];

    public static TheoryData<int> Formats => [.. Enumerable.Range(0, All.Length)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_was_written_is_read_in_every_format(int which)
    {
        AudioFormat format = All[which];
        short[] frames = Sound.Noise(format.Channels * 4001, 3);

        WaveReader reader = WaveReader.Open(new MemoryStream(Sound.Wave(format, frames)));

        Assert.Equal(format, reader.Format);
        Assert.Equal(4001, reader.DeclaredFrames);
        Assert.Equal(frames.Select(sample => Kept(format, sample)), Sound.All(reader));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_length_that_is_known_needs_no_seeking(int which)
    {
        AudioFormat format = All[which];
        short[] frames = Sound.Noise(format.Channels * 101, 4);
        var stream = new HugeStream(canSeek: false);
        var writer = WaveWriter.Start(stream, format, 101);
        writer.Write(frames);
        writer.Complete();

        stream.Rewind();
        WaveReader reader = WaveReader.Open(stream);

        Assert.Equal(101, reader.DeclaredFrames);
        Assert.Equal(frames.Select(sample => Kept(format, sample)).Take(20), Sound.All(reader).Take(20));
        Assert.Equal(0, stream.Written % 2);
    }

    [Fact]
    public void A_file_has_the_bytes_that_every_reader_expects()
    {
        byte[] file = Sound.Wave(AudioFormat.Pcm(8000, 1), 1, -1);

        Assert.Equal("RIFF"u8, file.AsSpan(0, 4));
        Assert.Equal(file.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4)));
        Assert.Equal("WAVEJUNK"u8, file.AsSpan(8, 8));
        Assert.Equal("fmt "u8, file.AsSpan(48, 4));
        Assert.Equal([16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x80, 0x3E, 0, 0, 2, 0, 16, 0], file[52..72]);
        Assert.Equal([(byte)'d', (byte)'a', (byte)'t', (byte)'a', 4, 0, 0, 0, 1, 0, 0xFF, 0xFF], file[72..]);
    }

    [Fact]
    public void A_law_says_how_many_frames_there_are_and_an_odd_number_is_filled_up()
    {
        byte[] file = Sound.Wave(AudioFormat.ALaw(8000, 1), 8, 8, 8);

        Assert.Equal([18, 0, 0, 0, 6, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x40, 0x1F, 0, 0, 1, 0, 8, 0, 0, 0], file[52..74]);
        Assert.Equal([.. "fact"u8, 4, 0, 0, 0, 3, 0, 0, 0, .. "data"u8, 3, 0, 0, 0, 0xD5, 0xD5, 0xD5, 0], file[74..]);
        Assert.Equal(file.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4)));
    }

    [Fact]
    public void More_than_two_channels_or_16_bits_are_extensible()
    {
        byte[] file = Sound.Wave(AudioFormat.Pcm(8000, 1, 24), 1);

        Assert.Equal([40, 0, 0, 0, 0xFE, 0xFF, 1, 0, 0x40, 0x1F, 0, 0, 0xC0, 0x5D, 0, 0, 3, 0, 24, 0, 22, 0, 24, 0, 0, 0, 0, 0, 1, 0], file[52..82]);
        Assert.Equal(Convert.FromHexString("000000001000800000AA00389B71"), file[82..96]);
        Assert.Equal(0xFE, Sound.Wave(AudioFormat.MuLaw(8000, 3), 1, 2, 3)[56]);
        Assert.Equal(7, Sound.Wave(AudioFormat.MuLaw(8000, 2), 1, 2)[56]);
    }

    [Fact]
    public void A_length_that_is_known_is_written_first()
    {
        using var stream = new MemoryStream();
        WaveWriter.Start(stream, AudioFormat.Pcm(8000, 1, 8), 3);

        byte[] header = stream.ToArray();
        Assert.Equal(44, header.Length);
        Assert.Equal(40, BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(4)));
        Assert.Equal(3, BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(40)));
    }

    [Fact]
    public void A_file_that_was_never_completed_can_be_read()
    {
        using var stream = new MemoryStream();
        var writer = WaveWriter.Start(stream, AudioFormat.Pcm(8000, 1));
        writer.Write([1, 2, 3]);

        WaveReader reader = WaveReader.Open(new MemoryStream(stream.ToArray()));

        Assert.Null(reader.DeclaredFrames);
        Assert.Equal([1, 2, 3], Sound.All(reader));
    }

    [Fact]
    public void Into_a_stream_that_cannot_seek_a_length_stays_unknown()
    {
        var stream = new HugeStream(canSeek: false);
        var writer = WaveWriter.Start(stream, AudioFormat.ALaw(8000, 1));
        writer.Write([8, -8, 8]);
        writer.Complete();

        stream.Rewind();
        WaveReader reader = WaveReader.Open(stream);

        Assert.Null(reader.DeclaredFrames);
        Assert.Equal([8, -8, 8], Sound.All(reader));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Beyond_4_GiB_a_file_becomes_RF64(bool isDeclared)
    {
        const int Block = 1 << 20;
        byte[] block = new byte[Block];
        var stream = new HugeStream();
        WaveWriter writer = isDeclared ? WaveWriter.Start(stream, AudioFormat.Pcm(8000, 1), (FourGiB + Block) / 2 + 1) : WaveWriter.Start(stream, AudioFormat.Pcm(8000, 1));
        for (long written = 0; written < FourGiB + Block; written += Block)
        {
            writer.WriteBytes(block);
        }

        writer.Write([1234]);
        writer.Complete();

        stream.Rewind();
        byte[] start = new byte[48];
        stream.ReadExactly(start);
        Assert.Equal("RF64"u8, start.AsSpan(0, 4));
        Assert.Equal("ds64"u8, start.AsSpan(12, 4));
        Assert.Equal(stream.Written - 8, BinaryPrimitives.ReadInt64LittleEndian(start.AsSpan(20)));
        Assert.Equal(FourGiB + Block + 2, BinaryPrimitives.ReadInt64LittleEndian(start.AsSpan(28)));
        Assert.Equal((FourGiB + Block + 2) / 2, BinaryPrimitives.ReadInt64LittleEndian(start.AsSpan(36)));
        stream.Rewind();
        WaveReader reader = WaveReader.Open(stream);
        Assert.Equal(((FourGiB + Block) / 2) + 1, reader.DeclaredFrames);
        Assert.Equal((FourGiB + Block) / 2, reader.Skip((FourGiB + Block) / 2));
        Assert.Equal([1234], Sound.All(reader));
        Assert.False(reader.IsCutShort);
    }

    [Theory]
    [InlineData(0, "RIFF")]
    [InlineData(2, "RF64")]
    public void The_last_byte_that_32_bits_can_count_decides(int more, string id)
    {
        // 80 bytes come before the samples, 8 of which are not counted; 0xFFFFFFFF means that the length is unknown.
        long bytes = uint.MaxValue - 72 - 1 + more;
        var stream = new HugeStream();
        var writer = WaveWriter.Start(stream, AudioFormat.Pcm(8000, 1));
        byte[] block = new byte[1 << 24];
        for (long left = bytes; left > 0; left -= block.Length)
        {
            writer.WriteBytes(block.AsSpan(0, (int)Math.Min(left, block.Length)));
        }

        writer.Complete();

        stream.Rewind();
        Assert.Equal(bytes / 2, WaveReader.Open(stream).DeclaredFrames);
        stream.Rewind();
        byte[] start = new byte[4];
        stream.ReadExactly(start);
        Assert.Equal(id, System.Text.Encoding.ASCII.GetString(start));
    }

    [Fact]
    public void A_file_begins_where_the_stream_is()
    {
        using var stream = new MemoryStream();
        stream.Write([9, 9, 9]);
        var writer = WaveWriter.Start(stream, AudioFormat.Pcm(8000, 1));
        writer.Write([5]);
        writer.Complete();
        writer.Complete();

        Assert.Equal(stream.Length, stream.Position);
        stream.Position = 3;
        WaveReader reader = WaveReader.Open(stream);
        Assert.Equal(1, reader.DeclaredFrames);
        Assert.Equal([5], Sound.All(reader));
    }

    [Fact]
    public void A_writer_keeps_to_what_was_said()
    {
        var writer = WaveWriter.Start(new MemoryStream(), AudioFormat.Pcm(8000, 2), 2);

        Assert.Throws<ArgumentException>("samples", () => writer.Write([1]));
        Assert.Throws<ArgumentException>("frames", () => writer.WriteBytes(new byte[6]));
        Assert.Throws<InvalidOperationException>(() => writer.Write(new short[6]));
        writer.Write([1, 2]);
        Assert.Throws<InvalidOperationException>(writer.Complete);
        writer.WriteBytes([1, 2, 3, 4]);
        writer.Complete();
        Assert.Equal(2, writer.Frames);
        Assert.Contains("complete", Assert.Throws<InvalidOperationException>(() => writer.Write([])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_format_is_one_that_can_be()
    {
        Assert.Throws<ArgumentOutOfRangeException>("bits", () => AudioFormat.Pcm(8000, 1, 12));
        Assert.Throws<ArgumentOutOfRangeException>("sampleRate", () => AudioFormat.ALaw(999, 1));
        Assert.Throws<ArgumentOutOfRangeException>("sampleRate", () => AudioFormat.MuLaw(384_001, 1));
        Assert.Throws<ArgumentOutOfRangeException>("channels", () => AudioFormat.MuLaw(8000, 0));
        Assert.Throws<ArgumentOutOfRangeException>("channels", () => AudioFormat.MuLaw(8000, 65));
        Assert.Throws<ArgumentOutOfRangeException>("frames", () => WaveWriter.Start(new MemoryStream(), AudioFormat.Pcm(8000, 1), -1));
        Assert.Throws<ArgumentOutOfRangeException>("frames", () => WaveWriter.Start(new MemoryStream(), AudioFormat.Pcm(8000, 1), long.MaxValue));
    }

    private static short Kept(AudioFormat format, short sample) => format switch
    {
        { Encoding: AudioEncoding.ALaw } => G711.DecodeALaw(G711.EncodeALaw(sample)),
        { Encoding: AudioEncoding.MuLaw } => G711.DecodeMuLaw(G711.EncodeMuLaw(sample)),
        { BitsPerSample: 8 } => (short)(sample & 0xFF00),
        _ => sample,
    };
}
