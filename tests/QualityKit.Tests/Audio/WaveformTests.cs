using System.Buffers.Binary;
using System.Text.Json.Nodes;
using QualityKit.Audio;
using QualityKit.Reference.Audio;

namespace QualityKit.Tests.Audio;

public sealed class WaveformTests
{
    [Theory]
    [InlineData(1, 256, 10_000)]
    [InlineData(2, 160, 16_001)]
    [InlineData(3, 2, 999)]
    [InlineData(2, 100_000, 50)]
    public void Peaks_are_the_least_and_greatest_of_each_stretch_in_whatever_pieces_they_come(int channels, int samplesPerPixel, int frames)
    {
        short[] samples = Sound.Noise(frames * channels, 5);
        var random = new Random(6);
        var builder = new WaveformBuilder(8000, channels, samplesPerPixel);
        for (int place = 0; place < samples.Length;)
        {
            int piece = Math.Min(random.Next(0, 700) * channels, samples.Length - place);
            builder.Add(samples.AsSpan(place, piece));
            place += piece;
        }

        Waveform waveform = builder.Build();

        Assert.Equal((frames + samplesPerPixel - 1) / samplesPerPixel, waveform.Length);
        for (int channel = 0; channel < channels; channel++)
        {
            Assert.Equal(
                SlowPeaks.Of([.. samples.Where((_, place) => place % channels == channel)], samplesPerPixel),
                Enumerable.Range(0, waveform.Length).Select(pixel => ((int)waveform.Least(channel, pixel), (int)waveform.Greatest(channel, pixel))));
        }
    }

    [Fact]
    public void A_waveform_can_be_had_before_the_end_and_goes_on()
    {
        var builder = new WaveformBuilder(8000, 1, 2);
        builder.Add([1, -1, 7]);
        Assert.Equal([-1, 1, 7, 7], builder.Build().Data.AsEnumerable());
        builder.Add([-7]);
        Assert.Equal([-1, 1, -7, 7], builder.Build().Data.AsEnumerable());
    }

    [Fact]
    public void A_file_is_drawn_as_its_samples_are()
    {
        short[] samples = Sound.Noise(2 * 50_000, 4);

        var waveform = Waveform.Of(WaveReader.Open(new ForwardStream(Sound.Wave(AudioFormat.Pcm(8000, 2), samples), 999)), 100);

        Assert.Equal(Of(samples).Data.AsEnumerable(), waveform.Data);
        Assert.Equal((8000, 2, 100), (waveform.SampleRate, waveform.Channels, waveform.SamplesPerPixel));
    }

    [Fact]
    public void Parts_make_the_whole()
    {
        short[] samples = Sound.Noise(2 * 5000, 7);

        var whole = Waveform.Join([Of(samples)]);
        var joined = Waveform.Join([Of(samples[..2000]), Of(samples[2000..8000]), Of(samples[8000..])]);

        Assert.Equal(whole.Data.AsEnumerable(), joined.Data);
        Assert.Equal(5000 / 100, joined.Length);
    }

    [Fact]
    public void Parts_that_do_not_fit_are_refused()
    {
        var mono = new WaveformBuilder(8000, 1, 100);

        Assert.Throws<ArgumentException>("parts", () => Waveform.Join([]));
        Assert.Throws<ArgumentException>("parts", () => Waveform.Join([mono.Build(), new WaveformBuilder(8000, 1, 50).Build()]));
        Assert.Throws<ArgumentException>("parts", () => Waveform.Join([mono.Build(), new WaveformBuilder(8000, 2, 100).Build()]));
        Assert.Throws<ArgumentException>("parts", () => Waveform.Join([mono.Build(), new WaveformBuilder(16000, 1, 100).Build()]));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void The_binary_form_is_version_2_of_audiowaveform(int bits)
    {
        Waveform waveform = Of(Sound.Noise(2 * 200_000, 8));
        using var stream = new MemoryStream();

        waveform.WriteDat(stream, bits);

        byte[] bytes = stream.ToArray();
        Assert.Equal([2, bits == 8 ? 1 : 0, 8000, 100, 2000, 2], Enumerable.Range(0, 6).Select(field => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4 * field))));
        Assert.Equal(24 + (2000 * 2 * 2 * bits / 8), bytes.Length);
        Assert.Equal(
            waveform.Data.Select(sample => bits == 8 ? sample / 256 : (int)sample),
            Enumerable.Range(0, waveform.Data.Length).Select(place => bits == 8 ? (sbyte)bytes[24 + place] : (int)BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(24 + (2 * place)))));
    }

    [Fact]
    public void Eight_bits_are_rounded_towards_zero()
    {
        var builder = new WaveformBuilder(8000, 1, 2);
        builder.Add([-255, 255, -256, 256, -32768, 32767]);

        Assert.Equal("""{"version":2,"channels":1,"sample_rate":8000,"samples_per_pixel":2,"bits":8,"length":3,"data":[0,0,-1,1,-128,127]}""", builder.Build().ToJson(8));
    }

    [Fact]
    public void The_form_as_JSON_has_the_same_numbers()
    {
        Waveform waveform = Of(Sound.Noise(2 * 5000, 9));

        JsonNode json = JsonNode.Parse(waveform.ToJson(16))!;

        Assert.Equal(waveform.Data.Select(sample => (int)sample), json["data"]!.AsArray().Select(sample => (int)sample!));
        Assert.Equal((2, 2, 8000, 100, 16, 50), ((int)json["version"]!, (int)json["channels"]!, (int)json["sample_rate"]!, (int)json["samples_per_pixel"]!, (int)json["bits"]!, (int)json["length"]!));
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Waveform waveform = Of(new short[400]);

        Assert.Throws<ArgumentOutOfRangeException>("bits", () => waveform.ToJson(12));
        Assert.Throws<ArgumentOutOfRangeException>("bits", () => waveform.WriteDat(new MemoryStream(), 0));
        Assert.Throws<ArgumentOutOfRangeException>("channel", () => waveform.Least(2, 0));
        Assert.Throws<ArgumentOutOfRangeException>("channel", () => waveform.Least(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("pixel", () => waveform.Greatest(0, 2));
        Assert.Throws<ArgumentOutOfRangeException>("pixel", () => waveform.Greatest(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>("samplesPerPixel", () => new WaveformBuilder(8000, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("channels", () => new WaveformBuilder(8000, 0));
        Assert.Throws<ArgumentOutOfRangeException>("sampleRate", () => new WaveformBuilder(0, 1));
        Assert.Throws<ArgumentException>("samples", () => new WaveformBuilder(8000, 2).Add([1]));
    }

    private static Waveform Of(short[] samples)
    {
        var builder = new WaveformBuilder(8000, 2, 100);
        builder.Add(samples);
        return builder.Build();
    }
}
