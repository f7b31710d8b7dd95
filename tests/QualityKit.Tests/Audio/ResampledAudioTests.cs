using System.Numerics;
using QualityKit.Audio;
using QualityKit.Reference.Audio;

namespace QualityKit.Tests.Audio;

public sealed class ResampledAudioTests
{
    private const int High = 16000;

    [Theory]
    [InlineData(1)]
    [InlineData(79)]
    [InlineData(80)]
    [InlineData(161)]
    [InlineData(5000)]
    public void It_is_the_filter_laid_over_the_samples(int frames)
    {
        short[] samples = Sound.Noise(frames, 10);

        Assert.Equal(SlowResampling.Halve(samples, HalfRateFilter.Coefficients), Sound.All(ResampledAudio.Halve(Source(High, samples))));
        Assert.Equal(SlowResampling.Double(samples, HalfRateFilter.Coefficients), Sound.All(ResampledAudio.Double(Source(8000, samples))));
    }

    [Theory]
    [InlineData(1, 7)]
    [InlineData(5000, 999)]
    [InlineData(10_000, 100_000)]
    public void It_does_not_matter_in_what_pieces_it_is_read(int asked, int given)
    {
        short[][] channels = [Sound.Noise(30_001, 11), Sound.Noise(30_001, 12)];
        byte[] file = Sound.Wave(AudioFormat.Pcm(8000, 2), Sound.Join(channels));

        short[] doubled = Sound.All(ResampledAudio.Double(WaveReader.Open(new ForwardStream(file, given))), asked);
        short[] halved = Sound.All(ResampledAudio.Halve(WaveReader.Open(new ForwardStream(file, given))), asked);

        Assert.Equal(Sound.Join([.. channels.Select(channel => Sound.All(ResampledAudio.Double(Source(8000, channel))))]), doubled);
        Assert.Equal(Sound.Join([.. channels.Select(channel => Sound.All(ResampledAudio.Halve(Source(8000, channel))))]), halved);
        Assert.Equal(60_002 * 2, doubled.Length);
        Assert.Equal(15_001 * 2, halved.Length);
    }

    [Fact]
    public void The_filter_passes_the_band_of_the_telephone_and_stops_above_it()
    {
        double[] pass = [.. Enumerable.Range(0, 341).Select(step => Decibels(Response(10 * step)))];
        double stop = Enumerable.Range(400, 401).Max(step => Decibels(Response(10 * step)));

        // What docs/audio.md says was measured.
        Assert.InRange(pass.Max(), 0, 0.0003);
        Assert.InRange(pass.Min(), -0.0003, 0);
        Assert.InRange(stop, -93, -92);
        Assert.Equal(161, HalfRateFilter.Coefficients.Length);
        Assert.Equal(HalfRateFilter.Coefficients.AsEnumerable(), HalfRateFilter.Coefficients.Reverse());
        Assert.Equal((1 << 29, 1 << 29), (HalfRateFilter.Even.Sum(), HalfRateFilter.Odd.Sum()));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(1000)]
    [InlineData(3400)]
    public void A_tone_of_the_telephone_band_is_kept_and_nothing_is_added(double hertz)
    {
        short[] halved = Inner(Sound.All(ResampledAudio.Halve(Source(High, Sound.Tone(64_000, hertz, High, 20_000)))));
        short[] doubled = Inner(Sound.All(ResampledAudio.Double(Source(8000, Sound.Tone(32_000, hertz, 8000, 20_000)))));

        Assert.Equal(20_000, Amplitude(halved, hertz, 8000), 2.0);
        Assert.Equal(20_000, Amplitude(doubled, hertz, High), 2.0);
        Assert.InRange(Decibels(Rest(halved, hertz, 8000)), -200, -94);
        Assert.InRange(Decibels(Rest(doubled, hertz, High)), -200, -92);
    }

    [Theory]
    [InlineData(4000)]
    [InlineData(4600)]
    [InlineData(6000)]
    [InlineData(7900)]
    public void A_tone_that_the_lower_rate_cannot_hold_is_gone(double hertz)
    {
        short[] halved = Inner(Sound.All(ResampledAudio.Halve(Source(High, Sound.Tone(64_000, hertz, High, 32_000)))));

        // No more than a sample of one bit is left.
        Assert.InRange(halved.Max(Math.Abs), 0, 1);
    }

    [Fact]
    public void A_constant_stays_what_it_is()
    {
        short[] constant = [.. Enumerable.Repeat((short)-12345, 4000)];

        Assert.All(Inner(Sound.All(ResampledAudio.Halve(Source(High, constant)))), sample => Assert.Equal(-12345, sample));
        Assert.All(Inner(Sound.All(ResampledAudio.Double(Source(8000, constant)))), sample => Assert.Equal(-12345, sample));
    }

    [Fact]
    public void What_is_too_loud_for_a_sample_is_as_loud_as_it_can_be()
    {
        // A square wave swings over its edges when its upper tones are gone.
        short[] square = [.. Enumerable.Range(0, 4000).Select(frame => frame / 20 % 2 == 0 ? short.MaxValue : short.MinValue)];

        short[] doubled = Sound.All(ResampledAudio.Double(Source(8000, square)));

        Assert.Equal((short.MinValue, short.MaxValue), (doubled.Min(), doubled.Max()));
        Assert.True(doubled[84..116].Min() > 0);
    }

    [Fact]
    public void Rates_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentException>("source", () => ResampledAudio.Halve(Source(11025)));
        Assert.Throws<ArgumentException>("source", () => ResampledAudio.Halve(Source(1998)));
        Assert.Throws<ArgumentException>("source", () => ResampledAudio.Double(Source(192_001)));
        Assert.Equal(1000, ResampledAudio.Halve(Source(2000)).SampleRate);
        Assert.Equal(384_000, ResampledAudio.Double(Source(192_000)).SampleRate);
        Assert.Equal(0, ResampledAudio.Double(Source(8000)).Read(new short[1]));
        Assert.Throws<ArgumentOutOfRangeException>("samples", () => ResampledAudio.Double(Source(8000)).Read([]));
    }

    private static WaveReader Source(int rate, params short[] samples) => WaveReader.Open(new MemoryStream(Sound.Wave(AudioFormat.Pcm(rate, 1), samples)));

    private static short[] Inner(short[] samples) => samples[400..^400];

    private static double Response(double hertz) =>
        Complex.Abs(HalfRateFilter.Coefficients.Select((tap, place) => tap / (double)(1 << 30) * Complex.FromPolarCoordinates(1, 2 * Math.PI * hertz / High * place)).Aggregate(Complex.Add));

    private static double Decibels(double amplitude) => 20 * Math.Log10(amplitude);

    private static double Amplitude(short[] samples, double hertz, int rate) => Complex.Abs(Part(samples, hertz, rate)) * 2;

    // What is left when the tone is taken away, as a root mean square of full scale.
    private static double Rest(short[] samples, double hertz, int rate)
    {
        Complex part = Part(samples, hertz, rate);
        return Math.Sqrt(samples.Select((sample, frame) => sample - (2 * (part * Complex.FromPolarCoordinates(1, 2 * Math.PI * hertz / rate * frame)).Real)).Average(left => left * left)) / 32768;
    }

    private static Complex Part(short[] samples, double hertz, int rate) =>
        samples.Select((sample, frame) => sample * Complex.FromPolarCoordinates(1, -2 * Math.PI * hertz / rate * frame)).Aggregate(Complex.Add) / samples.Length;
}
