using QualityKit.Audio;

namespace QualityKit.Tests.Audio;

public sealed class AudioRedactionTests
{
    private static readonly RedactionSettings Exact = new() { Margin = TimeSpan.Zero };

    public static TheoryData<int> Formats => [0, 1, 2, 3, 4, 5];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_range_is_silent_and_all_else_is_the_same_to_the_last_bit(int which)
    {
        AudioFormat format = Format(which);
        byte[] before = Sound.Wave(format, Sound.Noise(8000 * format.Channels, 20));

        (AudioRedaction redaction, byte[] after) = Redact(before, Exact, Range(0.25, 0.5), Range(0.4, 0.6), Range(0.9, 0.90001));

        byte[] old = Bytes(before);
        byte[] now = Bytes(after);
        int frame = format.BytesPerFrame;
        Assert.Equal(old.Length, now.Length);
        Assert.Equal(old[..(2000 * frame)], now[..(2000 * frame)]);
        Assert.All(Sound.All(WaveReader.Open(new MemoryStream(after)))[(2000 * format.Channels)..(4800 * format.Channels)], sample => Assert.Equal(Quiet(format), sample));
        Assert.Equal(old[(4800 * frame)..(7200 * frame)], now[(4800 * frame)..(7200 * frame)]);
        Assert.Equal(old[(7201 * frame)..], now[(7201 * frame)..]);
        Assert.Equal(Enumerable.Range(0, format.Channels).SelectMany(channel => new RedactedFrames[] { new(channel, 2000, 2800), new(channel, 7200, 1) }), redaction.Redacted);
        Assert.True(redaction.Check(new MemoryStream(before), new MemoryStream(after)).IsRight);
    }

    [Fact]
    public void One_channel_can_be_redacted_alone()
    {
        byte[] before = Sound.Wave(AudioFormat.MuLaw(8000, 2), Sound.Noise(16000, 21));

        (AudioRedaction redaction, byte[] after) = Redact(before, Exact, Range(0.1, 0.2) with { Channel = 1 }, Range(0.15, 0.3) with { Channel = 0 });

        Assert.Equal([new(0, 1200, 1200), new(1, 800, 800)], redaction.Redacted.AsEnumerable());
        Assert.Equal(Channel(before, 1)[..800], Channel(after, 1)[..800]);
        Assert.All(Channel(after, 1)[800..1600], sample => Assert.Equal(0, sample));
        Assert.Equal(Channel(before, 1)[1600..], Channel(after, 1)[1600..]);
        Assert.Equal(Channel(before, 0)[..1200], Channel(after, 0)[..1200]);
        Assert.All(Channel(after, 0)[1200..2400], sample => Assert.Equal(0, sample));
    }

    [Fact]
    public void A_margin_is_taken_on_both_sides_within_the_audio()
    {
        byte[] before = Sound.Wave(AudioFormat.Pcm(8000, 1), Sound.Noise(8000, 22));

        Assert.Equal([new(0, 1200, 2400)], Redact(before, new(), Range(0.25, 0.35)).Redaction.Redacted.AsEnumerable());
        Assert.Equal([new(0, 0, 1200)], Redact(before, new(), Range(0.05, 0.05001)).Redaction.Redacted.AsEnumerable().Select(frames => frames with { Count = 1200 }));
        Assert.Equal([new(0, 7120, 880)], Redact(before, new(), Range(0.99, 1000)).Redaction.Redacted.AsEnumerable());
        Assert.Equal([new(0, 0, 8000)], Redact(before, new(), new AudioRange { From = TimeSpan.Zero, Until = TimeSpan.MaxValue }).Redaction.Redacted.AsEnumerable());
        Assert.Empty(Redact(before, new(), Range(0.5, 0.5), Range(2, 3)).Redaction.Redacted);
    }

    [Fact]
    public void Ranges_that_touch_are_one()
    {
        byte[] before = Sound.Wave(AudioFormat.Pcm(8000, 1), Sound.Noise(8000, 26));

        Assert.Equal([new(0, 800, 1600)], Redact(before, Exact, Range(0.2, 0.3), Range(0.1, 0.2)).Redaction.Redacted.AsEnumerable());
        Assert.Equal([new(0, 800, 1600)], Redact(before, Exact, Range(0.1, 0.3), Range(0.15, 0.2)).Redaction.Redacted.AsEnumerable());
        Assert.Equal([new(0, 800, 800), new(0, 1601, 799)], Redact(before, Exact, Range(0.1, 0.2), Range(0.200125, 0.3)).Redaction.Redacted.AsEnumerable());
    }

    [Fact]
    public void The_limits_of_settings_can_be()
    {
        Assert.Equal((20, 20_000), (new RedactionSettings { ToneHertz = 20 }.ToneHertz, new RedactionSettings { ToneHertz = 20_000 }.ToneHertz));
        Assert.Equal((-90, 0), (new RedactionSettings { ToneLevel = -90 }.ToneLevel, new RedactionSettings { ToneLevel = 0 }.ToneLevel));
        Assert.Equal(10, new RedactionSettings { Margin = TimeSpan.FromSeconds(10) }.Margin.TotalSeconds);
        Assert.Throws<ArgumentOutOfRangeException>("Margin", () => new RedactionSettings { Margin = new(-1) });
        Assert.Throws<ArgumentOutOfRangeException>("ToneHertz", () => new RedactionSettings { ToneHertz = 20_001 });
        Assert.Throws<ArgumentOutOfRangeException>("ToneLevel", () => new RedactionSettings { ToneLevel = -91 });
    }

    [Fact]
    public void A_tone_as_loud_and_high_as_asked_is_heard()
    {
        byte[] before = Sound.Wave(AudioFormat.Pcm(8000, 1), new short[800]);
        RedactionSettings tone = Exact with { Sound = RedactionSound.Tone, ToneHertz = 440, ToneLevel = 0 };

        Assert.Equal(Sound.Tone(800, 440, peak: 32767), Channel(Redact(before, tone, Range(0, 1)).After, 0));
    }

    [Fact]
    public void A_tone_says_that_something_was_redacted()
    {
        byte[] before = Sound.Wave(AudioFormat.Pcm(8000, 1), new short[8000]);
        RedactionSettings tone = Exact with { Sound = RedactionSound.Tone };

        (AudioRedaction redaction, byte[] after) = Redact(before, tone, Range(0.5, 0.75));

        short[] samples = Channel(after, 0);
        Assert.Equal(Sound.Tone(8000, 1000, peak: 3276.7)[4000..6000], samples[4000..6000]);
        Assert.All(samples[..4000], sample => Assert.Equal(0, sample));
        Assert.True(redaction.Check(new MemoryStream(before), new MemoryStream(after)).IsRight);
    }

    [Theory]
    [InlineData(RedactionSound.Silence)]
    [InlineData(RedactionSound.Tone)]
    public void Nothing_of_what_was_said_can_be_told_from_what_is_left(RedactionSound sound)
    {
        RedactionSettings settings = Exact with { Sound = sound };
        (byte[] one, byte[] other) = Secrets(8000);
        AudioRange[] ranges = [Range(0.5, 0.75)];

        byte[] redacted = Redact(one, settings, ranges).After;

        Assert.Equal(redacted, Redact(other, settings, ranges).After);
        Assert.Equal(Doubled(redacted), Doubled(Redact(other, settings, ranges).After));
        Assert.Equal(Halved(redacted), Halved(Redact(other, settings, ranges).After));
    }

    [Theory]
    [InlineData(true, 5.0)]
    [InlineData(false, 10.0)]
    public void Audio_that_was_resampled_before_is_safe_with_a_margin_as_long_as_the_filter(bool doubles, double milliseconds)
    {
        (byte[] one, byte[] other) = Secrets(8000);
        (byte[] first, byte[] second) = doubles ? (Doubled(one), Doubled(other)) : (Halved(one), Halved(other));
        RedactionSettings margin = new() { Margin = TimeSpan.FromMilliseconds(milliseconds) };

        Assert.Equal(Redact(first, margin, Range(0.5, 0.75)).After, Redact(second, margin, Range(0.5, 0.75)).After);
        Assert.NotEqual(Redact(first, Exact, Range(0.5, 0.75)).After, Redact(second, Exact, Range(0.5, 0.75)).After);
        Assert.Equal(Redact(first, new(), Range(0.5, 0.75)).After, Redact(second, new(), Range(0.5, 0.75)).After);
    }

    [Fact]
    public void What_the_file_said_of_itself_goes()
    {
        byte[] before = WaveFile.Riff().Format().Chunk("LIST", "INFOICMTcard 4111"u8.ToArray()).Data(1, 2, 3, 4).Chunk("note", "4111"u8.ToArray()).ToArray();

        Assert.Equal(-1, Redact(before, Exact).After.AsSpan().IndexOf("4111"u8));
    }

    [Fact]
    public void A_file_that_is_not_as_it_should_be_is_found()
    {
        byte[] before = Sound.Wave(AudioFormat.ALaw(8000, 2), Sound.Noise(100_000, 23));
        (AudioRedaction redaction, byte[] after) = Redact(before, Exact, Range(1, 2));
        int start = after.Length - 100_000;

        Assert.Equal(3, Check([.. after[..(start + 6)], (byte)(after[start + 6] ^ 1), .. after[(start + 7)..]]));
        Assert.Equal(9000, Check([.. after[..(start + 18_001)], before[start + 18_001], .. after[(start + 18_002)..]]));
        Assert.Equal(49_999, Check(after[..^1]));
        Assert.Equal(0, Check(before[..^100_000]));
        Assert.Equal(0, Check(Sound.Wave(AudioFormat.MuLaw(8000, 2), new short[100_000])));
        Assert.Equal(8000, Check(before));
        Assert.Null(Check(after));
        Assert.Equal(50_000, Check(Sound.Wave(AudioFormat.ALaw(8000, 2), [.. Sound.All(WaveReader.Open(new MemoryStream(after))), 1, 2])));

        long? Check(byte[] file) => redaction.Check(new MemoryStream(before), new MemoryStream(file)).FirstWrong;
    }

    [Fact]
    public void Ranges_that_cannot_be_are_refused()
    {
        byte[] before = Sound.Wave(AudioFormat.Pcm(8000, 2), new short[100]);

        Assert.Throws<ArgumentException>("ranges", () => Redact(before, Exact, Range(-1, 2)));
        Assert.Throws<ArgumentException>("ranges", () => Redact(before, Exact, Range(2, 1)));
        Assert.Throws<ArgumentException>("ranges", () => Redact(before, Exact, Range(0, 1) with { Channel = 2 }));
        Assert.Throws<ArgumentException>("ranges", () => Redact(before, Exact, Range(0, 1) with { Channel = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>("Margin", () => new RedactionSettings { Margin = TimeSpan.FromSeconds(10.1) });
        Assert.Throws<ArgumentOutOfRangeException>("ToneHertz", () => new RedactionSettings { ToneHertz = 19 });
        Assert.Throws<ArgumentOutOfRangeException>("ToneLevel", () => new RedactionSettings { ToneLevel = 1 });
    }

    private static AudioFormat Format(int which) => which switch
    {
        0 => AudioFormat.Pcm(8000, 1),
        1 => AudioFormat.Pcm(8000, 3, 8),
        2 => AudioFormat.Pcm(8000, 2, 24),
        3 => AudioFormat.ALaw(8000, 2),
        4 => AudioFormat.MuLaw(8000, 1),
        _ => AudioFormat.Pcm(8000, 1, 32),
    };

    // The A-law has no zero; the quietest it has is 8.
    private static short Quiet(AudioFormat format) => (short)(format.Encoding == AudioEncoding.ALaw ? 8 : 0);

    private static AudioRange Range(double from, double until) => new() { From = TimeSpan.FromSeconds(from), Until = TimeSpan.FromSeconds(until) };

    // Two calls that differ in nothing but what is said from 0.5 to 0.75 s.
    private static (byte[] One, byte[] Other) Secrets(int rate)
    {
        short[] one = Sound.Noise(rate * 2, 24, 20_000);
        short[] other = [.. one];
        Sound.Noise(rate / 4, 25, 20_000).CopyTo(other, rate / 2);
        return (Sound.Wave(AudioFormat.Pcm(rate, 1), one), Sound.Wave(AudioFormat.Pcm(rate, 1), other));
    }

    private static byte[] Doubled(byte[] file) => Sound.Wave(AudioFormat.Pcm(16000, 1), Sound.All(ResampledAudio.Double(WaveReader.Open(new MemoryStream(file)))));

    private static byte[] Halved(byte[] file) => Sound.Wave(AudioFormat.Pcm(4000, 1), Sound.All(ResampledAudio.Halve(WaveReader.Open(new MemoryStream(file)))));

    private static short[] Channel(byte[] file, int channel)
    {
        WaveReader reader = WaveReader.Open(new MemoryStream(file));
        short[] frames = Sound.All(reader);
        short[] samples = new short[frames.Length / reader.Channels];
        Interleaving.Split(frames, reader.Channels, channel, samples);
        return samples;
    }

    private static byte[] Bytes(byte[] file)
    {
        WaveReader reader = WaveReader.Open(new MemoryStream(file));
        byte[] bytes = new byte[reader.DeclaredFrames!.Value * reader.Format.BytesPerFrame];
        Assert.Equal(reader.DeclaredFrames, reader.ReadBytes(bytes));
        return bytes;
    }

    private static (AudioRedaction Redaction, byte[] After) Redact(byte[] before, RedactionSettings settings, params AudioRange[] ranges)
    {
        using var target = new MemoryStream();
        var redaction = AudioRedaction.Write(new ForwardStream(before, 5000), target, ranges, settings);
        return (redaction, target.ToArray());
    }
}
