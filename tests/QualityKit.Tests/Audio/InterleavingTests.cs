using QualityKit.Audio;

namespace QualityKit.Tests.Audio;

public sealed class InterleavingTests
{
    [Fact]
    public void Channels_come_apart_and_together_again()
    {
        short[][] channels = [Sound.Noise(500, 1), Sound.Noise(500, 2), Sound.Noise(500, 3)];

        short[] frames = Sound.Join(channels);

        Assert.Equal((channels[0][7], channels[1][7], channels[2][7]), (frames[21], frames[22], frames[23]));
        for (int channel = 0; channel < channels.Length; channel++)
        {
            short[] samples = new short[500];
            Interleaving.Split(frames, 3, channel, samples);
            Assert.Equal(channels[channel], samples);
        }
    }

    [Fact]
    public void A_mix_is_the_mean_and_never_too_loud()
    {
        short[] mixed = new short[4];

        Interleaving.Mix([32767, 32767, -32768, -32768, 1, 2, -1, -2], 2, mixed);

        Assert.Equal([32767, -32768, 1, -1], mixed);
    }

    [Theory]
    [InlineData(6, 2, 0, 2)]
    [InlineData(6, 2, 2, 3)]
    [InlineData(6, 2, -1, 3)]
    [InlineData(6, 0, 0, 3)]
    public void Lengths_and_channels_that_do_not_fit_are_refused(int length, int channels, int channel, int samples)
    {
        Assert.ThrowsAny<ArgumentException>(() => Interleaving.Split(new short[length], channels, channel, new short[samples]));
        Assert.ThrowsAny<ArgumentException>(() => Interleaving.Merge(new short[samples], new short[length], channels, channel));
    }
}
