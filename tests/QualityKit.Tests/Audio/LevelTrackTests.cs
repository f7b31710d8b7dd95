using QualityKit.Audio;

namespace QualityKit.Tests.Audio;

public sealed class LevelTrackTests
{
    [Fact]
    public void A_level_is_the_mean_square_below_full_scale()
    {
        short[] sine = Sound.Tone(1600, 1000, peak: 32767);
        short[] square = [.. Enumerable.Repeat(short.MinValue, 1600)];
        var builder = new LevelTrackBuilder(8000, 3);
        builder.Add(Sound.Join(sine, square, new short[1600]));

        LevelTrack track = builder.Build();

        Assert.Equal((10, 160, 1600L), (track.Windows, track.FramesPerWindow, track.Frames));
        Assert.Equal(-3.01, track.Level(0, 3), 0.005);
        Assert.Equal(0, track.Level(1, 9));
        Assert.Equal(double.NegativeInfinity, track.Level(2, 0));
    }

    [Fact]
    public void The_last_window_may_be_short_and_is_as_loud_as_its_samples()
    {
        var builder = new LevelTrackBuilder(8000, 1);
        builder.Add([.. Enumerable.Repeat((short)3277, 170)]);

        LevelTrack track = builder.Build();

        Assert.Equal(2, track.Windows);
        Assert.Equal(-20, track.Level(0, 0), 0.001);
        Assert.Equal(-20, track.Level(0, 1), 0.001);
    }

    [Fact]
    public void A_track_can_be_had_before_the_end_and_goes_on()
    {
        var builder = new LevelTrackBuilder(8000, 1, TimeSpan.FromMilliseconds(1));
        builder.Add(new short[12]);
        Assert.Equal((2, 12L), (builder.Build().Windows, builder.Build().Frames));
        builder.Add(new short[4]);
        Assert.Equal((2, 16L), (builder.Build().Windows, builder.Build().Frames));
    }

    [Fact]
    public void A_window_can_be_as_long_as_a_second()
    {
        Assert.Equal(8000, new LevelTrackBuilder(8000, 1, TimeSpan.FromSeconds(1)).Build().FramesPerWindow);
        Assert.Equal(11, new LevelTrackBuilder(11_025, 1, TimeSpan.FromMilliseconds(1)).Build().FramesPerWindow);
    }

    [Fact]
    public void Parts_that_do_not_fit_are_refused()
    {
        LevelTrack Of(int rate, int channels, int window, int frames)
        {
            var builder = new LevelTrackBuilder(rate, channels, TimeSpan.FromMilliseconds(window));
            builder.Add(new short[frames * channels]);
            return builder.Build();
        }

        Assert.Equal(330, LevelTrack.Join([Of(8000, 1, 20, 320), Of(8000, 1, 20, 10)]).Frames);
        Assert.Throws<ArgumentException>("parts", () => LevelTrack.Join([]));
        Assert.Throws<ArgumentException>("parts", () => LevelTrack.Join([Of(8000, 1, 20, 321), Of(8000, 1, 20, 10)]));
        Assert.Throws<ArgumentException>("parts", () => LevelTrack.Join([Of(8000, 1, 20, 320), Of(8000, 1, 10, 10)]));
        Assert.Throws<ArgumentException>("parts", () => LevelTrack.Join([Of(8000, 1, 20, 320), Of(8000, 2, 20, 10)]));
        Assert.Throws<ArgumentException>("parts", () => LevelTrack.Join([Of(8000, 1, 20, 320), Of(16000, 1, 10, 10)]));
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        LevelTrack track = new LevelTrackBuilder(8000, 1).Build();

        Assert.Throws<ArgumentOutOfRangeException>("window", () => new LevelTrackBuilder(8000, 1, TimeSpan.FromMicroseconds(999)));
        Assert.Throws<ArgumentOutOfRangeException>("window", () => new LevelTrackBuilder(8000, 1, TimeSpan.FromSeconds(1.001)));
        Assert.Throws<ArgumentOutOfRangeException>("channels", () => new LevelTrackBuilder(8000, 65));
        Assert.Throws<ArgumentOutOfRangeException>("window", () => track.Level(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("channel", () => track.Level(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("channel", () => track.Level(-1, 0));
        Assert.Throws<ArgumentException>("samples", () => new LevelTrackBuilder(8000, 2).Add([1]));
    }

    [Fact]
    public void A_file_is_measured_as_its_samples_are()
    {
        short[] frames = Sound.Join(Sound.Talk(20, (1, 7)), Sound.Talk(20, (6, 13)));
        var levels = new LevelTrackBuilder(8000, 2);
        levels.Add(frames);
        CallMeasures expected = levels.Build().Measure();

        CallMeasures measures = LevelTrack.Of(WaveReader.Open(new ForwardStream(Sound.Wave(AudioFormat.Pcm(8000, 2), frames), 999))).Measure();

        Assert.Equal(expected.DeadAir.AsEnumerable(), measures.DeadAir);
        Assert.Equal(expected.Overtalk.AsEnumerable(), measures.Overtalk);
        Assert.Single(measures.DeadAir);
        Assert.Single(measures.Overtalk);
    }
}
