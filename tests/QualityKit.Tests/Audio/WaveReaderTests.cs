using QualityKit.Audio;

namespace QualityKit.Tests.Audio;

public sealed class WaveReaderTests
{
    private static readonly byte[] TwoFrames = [0x01, 0x02, 0x03, 0xFF];
    private static readonly short[] TwoSamples = [0x0201, -253];

    [Fact]
    public void The_smallest_file_is_read()
    {
        WaveReader reader = Open(WaveFile.Riff().Format().Data(TwoFrames));

        Assert.Equal(AudioFormat.Pcm(8000, 1), reader.Format);
        Assert.Equal(2, reader.DeclaredFrames);
        Assert.Equal(TwoSamples, Sound.All(reader));
        Assert.Equal(2, reader.Position);
        Assert.False(reader.IsCutShort);
    }

    [Theory]
    [InlineData(1, 8, new byte[] { 0, 127, 128, 255 }, new short[] { -32768, -256, 0, 32512 })]
    [InlineData(1, 16, new byte[] { 0xFF, 0x7F, 0x00, 0x80 }, new short[] { 32767, -32768 })]
    [InlineData(1, 24, new byte[] { 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF }, new short[] { 32767, -1 })]
    [InlineData(1, 32, new byte[] { 0xFF, 0xFF, 0x01, 0x00, 0x00, 0x00, 0x00, 0x80 }, new short[] { 1, -32768 })]
    [InlineData(6, 8, new byte[] { 0xD5, 0x55, 0xAA, 0x2A }, new short[] { 8, -8, 32256, -32256 })]
    [InlineData(7, 8, new byte[] { 0xFF, 0x7F, 0x80, 0x00 }, new short[] { 0, 0, 32124, -32124 })]
    public void Every_encoding_is_read_plain_and_extensible(int tag, int bits, byte[] bytes, short[] samples)
    {
        Assert.Equal(samples, Sound.All(Open(WaveFile.Riff().Format(tag, bits: bits).Data(bytes))));
        Assert.Equal(samples, Sound.All(Open(WaveFile.Riff().Extensible(tag, 1, bits).Data(bytes))));
    }

    [Fact]
    public void Chunks_that_nobody_knows_are_passed_over()
    {
        byte[] file = WaveFile.Riff().Chunk("bext", new byte[600]).Format().Chunk("LIST", 1, 2).Chunk("zero").Format(tag: 7, bits: 8).Data(TwoFrames).ToArray();

        Assert.Equal(TwoSamples, Sound.All(WaveReader.Open(new MemoryStream(file))));
        Assert.Equal(TwoSamples, Sound.All(WaveReader.Open(new ForwardStream(file))));
    }

    [Theory]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 77 })]
    [InlineData(new byte[0])]
    public void After_an_odd_chunk_comes_a_byte_or_none(byte[] filling)
    {
        byte[] file = WaveFile.Riff().Format().Chunk("note", 1, 2, 3).Raw(filling).Data(TwoFrames).ToArray();

        Assert.Equal(TwoSamples, Sound.All(WaveReader.Open(new MemoryStream(file))));
        Assert.Equal(TwoSamples, Sound.All(WaveReader.Open(new ForwardStream(file))));
    }

    [Theory]
    [InlineData("fact")]
    [InlineData("LIST")]
    [InlineData("fmt ")]
    public void A_filling_byte_can_be_missing_before_every_chunk_that_is_usual(string id)
    {
        byte[] file = WaveFile.Riff().Format().Chunk("note", 1, 2, 3).Chunk(id, new byte[16]).Data(TwoFrames).ToArray();

        Assert.Equal(TwoSamples, Sound.All(WaveReader.Open(new MemoryStream(file))));
        Assert.Equal(TwoSamples, Sound.All(WaveReader.Open(new ForwardStream(file))));
    }

    [Fact]
    public void A_file_that_ends_within_a_filling_byte_has_no_samples()
    {
        byte[] file = WaveFile.Riff().Format().Chunk("note", 1, 2, 3).Raw([0, .. "data\0\0\0"u8]).ToArray();

        Assert.Equal(WaveProblem.NoData, Assert.Throws<WaveFormatException>(() => WaveReader.Open(new MemoryStream(file))).Problem);
    }

    [Theory]
    [InlineData(1000, 1)]
    [InlineData(384_000, 64)]
    public void The_least_and_the_most_can_be(uint rate, int channels)
    {
        WaveReader reader = Open(WaveFile.Riff().Format(channels: channels, rate: rate).Data(new byte[2 * channels]));

        Assert.Equal(((int)rate, channels), (reader.SampleRate, reader.Channels));
        Assert.Equal(channels, Sound.All(reader).Length);
    }

    [Fact]
    public void A_length_of_64_bits_needs_room_and_a_long_format()
    {
        byte[] short20 = [1, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0];

        Assert.Equal(WaveProblem.LengthOutOfRange, Assert.Throws<WaveFormatException>(() => Open(WaveFile.Rf64().Chunk("ds64", short20).Format().Head("data", uint.MaxValue))).Problem);
        Assert.Equal(2, Open(WaveFile.Rf64().Chunk("ds64", [.. short20, 0, 0, 0, 0]).Format().Head("data", uint.MaxValue).Raw(TwoFrames)).DeclaredFrames);
    }

    [Fact]
    public void The_first_format_counts()
    {
        Assert.Equal(AudioFormat.Pcm(8000, 1), Open(WaveFile.Riff().Format().Format(rate: 16000, channels: 2).Data(TwoFrames)).Format);
    }

    [Theory]
    [InlineData(uint.MaxValue, uint.MaxValue)]
    [InlineData(36, uint.MaxValue)]
    [InlineData(uint.MaxValue, 0)]
    [InlineData(0, 0)]
    [InlineData(36, 0)]
    public void Where_no_length_is_known_the_samples_go_on_to_the_end(uint file, uint data)
    {
        WaveReader reader = Open(WaveFile.Riff(file).Format().Head("data", data).Raw(TwoFrames));

        Assert.Null(reader.DeclaredFrames);
        Assert.Equal(TwoSamples, Sound.All(reader));
        Assert.False(reader.IsCutShort);
    }

    [Fact]
    public void No_samples_are_none_where_the_file_says_that_more_follows()
    {
        WaveReader reader = Open(WaveFile.Riff(36 + 12).Format().Data().Chunk("LIST", 1, 2, 3, 4));

        Assert.Equal(0, reader.DeclaredFrames);
        Assert.Empty(Sound.All(reader));
    }

    [Fact]
    public void What_follows_the_samples_is_not_sound()
    {
        Assert.Equal(TwoSamples, Sound.All(Open(WaveFile.Riff().Format().Data(TwoFrames).Chunk("LIST", new byte[100]))));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(2_000_000_000)]
    [InlineData(uint.MaxValue - 1)]
    public void A_file_that_is_shorter_than_it_says_gives_what_it_has(uint says)
    {
        WaveReader reader = Open(WaveFile.Riff().Format().Head("data", says * 2).Raw(TwoFrames).Raw(9));

        Assert.Equal(TwoSamples, Sound.All(reader));
        Assert.True(reader.IsCutShort);
        Assert.Equal(2, reader.Position);
    }

    [Fact]
    public void A_frame_that_is_cut_is_left_out()
    {
        WaveReader reader = Open(WaveFile.Riff().Format().Head("data", uint.MaxValue).Raw(TwoFrames).Raw(9));

        Assert.Equal(TwoSamples, Sound.All(reader));
        Assert.True(reader.IsCutShort);
    }

    [Theory]
    [InlineData("RF64")]
    [InlineData("BW64")]
    public void A_length_of_64_bits_counts_in_the_long_formats(string id)
    {
        WaveReader reader = Open(WaveFile.Rf64(id).LongSizes(6_000_000_000, 5_000_000_000, 2_500_000_000).Format().Head("data", uint.MaxValue).Raw(TwoFrames));

        Assert.Equal(2_500_000_000, reader.DeclaredFrames);
        Assert.Equal(TwoSamples, Sound.All(reader));
        Assert.True(reader.IsCutShort);
    }

    [Fact]
    public void In_a_long_format_too_0_and_a_short_length_have_their_meaning()
    {
        Assert.Null(Open(WaveFile.Rf64().LongSizes(0, 0, 0).Format().Head("data", uint.MaxValue).Raw(TwoFrames)).DeclaredFrames);
        Assert.Equal(2, Open(WaveFile.Rf64().LongSizes(0, 0, 0).Format().Data(TwoFrames)).DeclaredFrames);
        Assert.Null(Open(WaveFile.Riff().LongSizes(0, 100, 50).Format().Head("data", uint.MaxValue).Raw(TwoFrames)).DeclaredFrames);
    }

    public static TheoryData<WaveProblem, long, byte[]> Broken => new()
    {
        { WaveProblem.NotWave, 0, [] },
        { WaveProblem.NotWave, 0, "RIFF"u8.ToArray() },
        { WaveProblem.NotWave, 0, [.. "RIFF    AVI "u8, .. new byte[100]] },
        { WaveProblem.NotWave, 0, [.. "FORM    WAVE"u8, .. new byte[100]] },
        { WaveProblem.NoData, 12, WaveFile.Riff().ToArray() },
        { WaveProblem.NoData, 36, WaveFile.Riff().Format().ToArray() },
        { WaveProblem.NoData, 36, WaveFile.Riff().Format().Raw(1, 2, 3).ToArray() },
        { WaveProblem.NoData, 44, WaveFile.Riff().Format().Head("LIST", uint.MaxValue).ToArray() },
        { WaveProblem.NoFormat, 12, WaveFile.Riff().Data(TwoFrames).Format().ToArray() },
        { WaveProblem.ShortFormat, 20, WaveFile.Riff().Chunk("fmt ", new byte[15]).Data().ToArray() },
        { WaveProblem.ShortFormat, 20, WaveFile.Riff().Head("fmt ", 16).Raw(1, 0, 1, 0).ToArray() },
        { WaveProblem.ShortFormat, 20, WaveFile.Riff().Format(0xFFFE).Data().ToArray() },
        { WaveProblem.UnknownEncoding, 20, WaveFile.Riff().Format(3, bits: 32).Data().ToArray() },
        { WaveProblem.UnknownEncoding, 20, WaveFile.Riff().Extensible(1, 1, 16, "000000001000800000AA00389B72").Data().ToArray() },
        { WaveProblem.UnknownEncoding, 20, WaveFile.Riff().Extensible(0x50, 1, 16).Data().ToArray() },
        { WaveProblem.UnknownBits, 20, WaveFile.Riff().Format(bits: 12, frame: 2).Data().ToArray() },
        { WaveProblem.UnknownBits, 20, WaveFile.Riff().Format(bits: 0).Data().ToArray() },
        { WaveProblem.UnknownBits, 20, WaveFile.Riff().Format(6, bits: 16).Data().ToArray() },
        { WaveProblem.ChannelsOutOfRange, 20, WaveFile.Riff().Format(channels: 0).Data().ToArray() },
        { WaveProblem.ChannelsOutOfRange, 20, WaveFile.Riff().Format(channels: 65).Data().ToArray() },
        { WaveProblem.RateOutOfRange, 20, WaveFile.Riff().Format(rate: 999).Data().ToArray() },
        { WaveProblem.RateOutOfRange, 20, WaveFile.Riff().Format(rate: uint.MaxValue).Data().ToArray() },
        { WaveProblem.FrameSizeDiffers, 20, WaveFile.Riff().Format(channels: 2, frame: 2).Data().ToArray() },
        { WaveProblem.FrameSizeDiffers, 20, WaveFile.Riff().Format(frame: 0).Data().ToArray() },
        { WaveProblem.LengthOutOfRange, 72, WaveFile.Rf64().LongSizes(0, ulong.MaxValue, 0).Format().Head("data", uint.MaxValue).ToArray() },
        { WaveProblem.LengthOutOfRange, 36, WaveFile.Rf64().Format().Head("data", uint.MaxValue).ToArray() },
        { WaveProblem.LengthOutOfRange, 20, WaveFile.Rf64().Head("ds64", 28).Raw(1, 2).ToArray() },
        { WaveProblem.TooManyChunks, 12 + (4096 * 8), Enumerable.Repeat(0, 5000).Aggregate(WaveFile.Riff(), (file, _) => file.Chunk("junk")).ToArray() },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_cannot_be_read_says_why_and_where(WaveProblem problem, long offset, byte[] file)
    {
        foreach (Stream stream in new Stream[] { new MemoryStream(file), new ForwardStream(file) })
        {
            WaveFormatException thrown = Assert.Throws<WaveFormatException>(() => WaveReader.Open(stream));

            Assert.Equal((problem, offset), (thrown.Problem, thrown.Offset));
            Assert.EndsWith($", at byte {offset}", thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Each_problem_has_words_of_its_own()
    {
        Assert.Equal(Enum.GetValues<WaveProblem>().Length, Enum.GetValues<WaveProblem>().Select(problem => new WaveFormatException(problem, 0).Message).Distinct().Count());
        Assert.Equal(Enum.GetValues<WaveProblem>().Order(), Broken.Select(row => (WaveProblem)((object?[])row)[0]!).Distinct().Order());
    }

    [Fact]
    public void A_file_within_a_stream_begins_where_the_stream_is()
    {
        using var stream = new MemoryStream([9, 9, 9, .. WaveFile.Riff().Format().Data(TwoFrames).ToArray()]);
        stream.Position = 3;

        Assert.Equal(TwoSamples, Sound.All(WaveReader.Open(stream)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Frames_can_be_left_out(bool canSeek)
    {
        short[] frames = Sound.Noise(2000, 1);
        byte[] file = Sound.Wave(AudioFormat.Pcm(8000, 2), frames);
        WaveReader reader = WaveReader.Open(canSeek ? new MemoryStream(file) : new ForwardStream(file, 999));

        Assert.Equal(700, reader.Skip(700));
        short[] two = new short[4];
        Assert.Equal(2, reader.Read(two));
        Assert.Equal(frames[1400..1404], two);
        Assert.Equal(298, reader.Skip(long.MaxValue));
        Assert.Equal((1000, false), (reader.Position, reader.IsCutShort));
        Assert.Equal(0, reader.Skip(1));
        Assert.Equal(0, reader.Read(two));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5000)]
    public void It_does_not_matter_in_what_pieces_it_is_read(int piece)
    {
        short[] frames = Sound.Noise(60_000, 2);
        byte[] file = Sound.Wave(AudioFormat.MuLaw(8000, 3), frames);

        short[] whole = Sound.All(WaveReader.Open(new MemoryStream(file)), 30_000);

        Assert.Equal(frames.Select(sample => G711.DecodeMuLaw(G711.EncodeMuLaw(sample))), whole);
        Assert.Equal(whole, Sound.All(WaveReader.Open(new ForwardStream(file, 4099)), piece));
    }

    [Fact]
    public void A_place_with_no_room_for_a_frame_is_refused()
    {
        WaveReader reader = WaveReader.Open(new MemoryStream(Sound.Wave(AudioFormat.Pcm(8000, 2), 1, 2)));

        Assert.Throws<ArgumentOutOfRangeException>("samples", () => reader.Read(new short[1]));
        Assert.Throws<ArgumentOutOfRangeException>("frames", () => reader.ReadBytes(new byte[3]));
        Assert.Throws<ArgumentOutOfRangeException>("frames", () => reader.Skip(-1));
    }

    [Fact]
    public void What_a_header_promises_takes_no_memory()
    {
        byte[] file = WaveFile.Rf64().LongSizes(1UL << 62, 1UL << 62, 1UL << 61).Head("LIST", 8).Raw(new byte[8]).Extensible(1, 64, 32).Head("data", uint.MaxValue).Raw(new byte[512]).ToArray();
        using var stream = new MemoryStream(file);
        short[] samples = new short[64];
        Read();
        stream.Position = 0;

        long before = GC.GetAllocatedBytesForCurrentThread();
        Read();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000);

        void Read()
        {
            WaveReader reader = WaveReader.Open(stream);
            while (reader.Read(samples) > 0)
            {
            }
        }
    }

    private static WaveReader Open(WaveFile file) => WaveReader.Open(new MemoryStream(file.ToArray()));
}
