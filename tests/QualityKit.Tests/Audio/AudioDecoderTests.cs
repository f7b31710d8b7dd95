using QualityKit.Audio;

namespace QualityKit.Tests.Audio;

public sealed class AudioDecoderTests
{
    [Fact]
    public void A_decoder_of_the_hosts_own_feeds_the_measures()
    {
        IAudioDecoder[] decoders = [WaveDecoder.Instance, new RunLengthDecoder()];
        using var stream = new MemoryStream([100, 40, 0, 150, 90, 50]);

        IAudioSource source = decoders.Single(decoder => decoder.Decodes("audio/x-runs")).Open(stream, "audio/x-runs");
        CallMeasures measures = LevelTrack.Of(source).Measure();

        Assert.Equal(24, measures.Length.TotalSeconds);
        Assert.Equal([(4.0, 19.0)], measures.DeadAir.Select(stretch => (stretch.From.TotalSeconds, stretch.Until.TotalSeconds)));
    }

    [Fact]
    public void Wave_audio_is_decoded_by_its_media_types()
    {
        byte[] file = Sound.Wave(AudioFormat.ALaw(8000, 1), 8, -8);

        Assert.All(["audio/wav", "AUDIO/X-WAV", "audio/wave", "audio/vnd.wave"], type => Assert.True(WaveDecoder.Instance.Decodes(type)));
        Assert.False(WaveDecoder.Instance.Decodes("audio/mpeg"));
        Assert.Equal([8, -8], Sound.All(WaveDecoder.Instance.Open(new MemoryStream(file), "audio/wav")));
        Assert.Throws<WaveFormatException>(() => WaveDecoder.Instance.Open(new MemoryStream([1]), "audio/wav"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000)]
    public void A_decoder_that_says_what_cannot_be_is_caught(int frames)
    {
        Assert.Contains($"{frames} frames", Assert.Throws<InvalidOperationException>(() => LevelTrack.Of(new LyingSource(frames))).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => ResampledAudio.Double(new LyingSource(frames)).Read(new short[2]));
    }

    /// <summary>A toy: pairs of bytes, a level in percent and how many tenths of a second of it.</summary>
    private sealed class RunLengthDecoder : IAudioDecoder
    {
        public bool Decodes(string mediaType) => mediaType == "audio/x-runs";

        public IAudioSource Open(Stream stream, string mediaType) => new Runs(stream);

        private sealed class Runs(Stream stream) : IAudioSource
        {
            private short _level;
            private int _left;

            public int SampleRate => 8000;

            public int Channels => 1;

            // A few frames at a time, whatever is asked for.
            public int Read(Span<short> samples)
            {
                if (_left == 0)
                {
                    int level = stream.ReadByte();
                    if (level < 0)
                    {
                        return 0;
                    }

                    _level = (short)(level * 300);
                    _left = stream.ReadByte() * 800;
                }

                int frames = Math.Min(Math.Min(_left, samples.Length), 77);
                samples[..frames].Fill(_level);
                _left -= frames;
                return frames;
            }
        }
    }

    private sealed class LyingSource(int frames) : IAudioSource
    {
        public int SampleRate => 8000;

        public int Channels => 2;

        public int Read(Span<short> samples) => frames;
    }
}
