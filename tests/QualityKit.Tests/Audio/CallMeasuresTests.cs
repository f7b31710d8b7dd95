using QualityKit.Audio;
using QualityKit.Interactions;

namespace QualityKit.Tests.Audio;

public sealed class CallMeasuresTests
{
    [Fact]
    public void Dead_air_is_where_both_sides_are_silent()
    {
        CallMeasures measures = Measure(Sound.Talk(30, (0, 6), (18, 22)), Sound.Talk(30, (6, 12.5), (21, 30)));

        Assert.Equal([(12.5, 18)], Seconds(measures.DeadAir));
        Assert.Equal(5.5, measures.LongestDeadAir.TotalSeconds);
        Assert.Equal(5.5 / 30, measures.DeadAirShare!.Value, 1e-12);
        Assert.Equal([(21, 22)], Seconds(measures.Overtalk));
        Assert.Equal(1.0 / 30, measures.OvertalkShare!.Value, 1e-12);
        Assert.Equal([(0, 6), (18, 22)], Seconds(measures.Channels[0].Talk));
        Assert.Equal([(6, 18), (22, 30)], Seconds(measures.Channels[0].Silences));
        Assert.Equal(12, measures.Channels[0].LongestSilence.TotalSeconds);
        Assert.Equal(10 / 25.5, measures.TalkShare(0)!.Value, 1e-12);
        Assert.Equal(1, measures.TalkShare(0)!.Value + measures.TalkShare(1)!.Value, 1e-12);
        Assert.Equal(30, measures.Length.TotalSeconds);
        Assert.Equal(30, measures.Recorded.TotalSeconds);
    }

    [Theory]
    [InlineData(4.98, 0)]
    [InlineData(5, 1)]
    [InlineData(5.02, 1)]
    public void Dead_air_is_at_least_five_seconds_long(double silence, int count)
    {
        Assert.Equal(count, Measure(Sound.Talk(12, (0, 2), (2 + silence, 12))).DeadAir.Length);
    }

    [Theory]
    [InlineData(0.28, 1)]
    [InlineData(0.3, 2)]
    public void A_short_pause_belongs_to_the_talk(double pause, int count)
    {
        Assert.Equal(count, Measure(Sound.Talk(4, (0, 1), (1 + pause, 4))).Channels[0].Talk.Length);
    }

    [Theory]
    [InlineData(0.08, 0)]
    [InlineData(0.1, 1)]
    public void A_click_is_no_talk_and_ends_no_silence(double click, int count)
    {
        CallMeasures measures = Measure(Sound.Talk(12, (6, 6 + click)));

        Assert.Equal(count, measures.Channels[0].Talk.Length);
        Assert.Equal(1 + count, measures.DeadAir.Length);
    }

    [Fact]
    public void A_yes_in_between_is_no_overtalk()
    {
        Assert.Empty(Measure(Sound.Talk(10, (0, 10)), Sound.Talk(10, (4, 4.48))).Overtalk);
        Assert.Single(Measure(Sound.Talk(10, (0, 10)), Sound.Talk(10, (4, 4.5))).Overtalk);
    }

    [Fact]
    public void Three_can_talk_at_once()
    {
        CallMeasures measures = Measure(Sound.Talk(10, (0, 4)), Sound.Talk(10, (3, 6)), Sound.Talk(10, (5, 10)));

        Assert.Equal([(3, 4), (5, 6)], Seconds(measures.Overtalk));
        Assert.Equal(2, measures.TotalOvertalk.TotalSeconds);
    }

    [Fact]
    public void Talk_begins_loud_and_ends_quiet()
    {
        // -40 dBFS is a root mean square of 327.68, -46 dBFS of 164.2.
        short[] samples = [.. Square(8000, 200), .. Square(8000, 328), .. Square(8000, 200), .. Square(8000, 164), .. Square(8000, 200)];

        Assert.Equal([(1, 3)], Seconds(Measure(samples).Channels[0].Talk));
        Assert.Equal([(0, 3), (4, 5)], Seconds(Measure(new MeasureSettings { TalkFrom = -45 }, [], samples).Channels[0].Talk));
        Assert.Equal([(1, 2)], Seconds(Measure(new MeasureSettings { SilenceBelow = -20 }, [], samples).Channels[0].Talk));
    }

    [Fact]
    public void A_gap_is_neither_silence_nor_talk()
    {
        short[] samples = Sound.Talk(20, (0, 3), (17, 20));
        RecordingGap gap = new() { From = TimeSpan.FromSeconds(7), Until = TimeSpan.FromSeconds(9), Reason = GapReason.SecurePause };

        CallMeasures measures = Measure(new(), [gap], samples);

        Assert.Equal([(9, 17)], Seconds(measures.DeadAir));
        Assert.Equal([(3, 7), (9, 17)], Seconds(measures.Channels[0].Silences));
        Assert.Equal(18, measures.Recorded.TotalSeconds);
        Assert.Equal(8 / 18.0, measures.DeadAirShare!.Value, 1e-12);
    }

    [Fact]
    public void A_window_that_a_gap_touches_tells_nothing()
    {
        RecordingGap Gap(double from, double until) => new() { From = TimeSpan.FromSeconds(from), Until = TimeSpan.FromSeconds(until), Reason = GapReason.Loss };
        short[] samples = Sound.Talk(4, (0, 4));

        Assert.Equal([(0, 0.98), (1.04, 4)], Seconds(Measure(new(), [Gap(0.99, 1.021)], samples).Channels[0].Talk));
        Assert.Equal([(0, 1), (1.02, 4)], Seconds(Measure(new(), [Gap(1, 1.02)], samples).Channels[0].Talk));
        Assert.Equal([(0, 4)], Seconds(Measure(new(), [Gap(1, 1), Gap(-5, -4), Gap(4, 9)], samples).Channels[0].Talk));
        Assert.Empty(Measure(new(), [Gap(-5, 9)], samples).Channels[0].Talk);
        Assert.Equal([(0, 3.99)], Seconds(Measure(new(), [Gap(3.99, 9)], samples[..^80]).Channels[0].Talk));
        Assert.Null(Measure(new(), [Gap(0, 4)], samples).DeadAirShare);
    }

    [Fact]
    public void Where_nobody_talks_nobody_has_a_share()
    {
        CallMeasures measures = Measure(new short[80_000], new short[80_000]);

        Assert.Null(measures.TalkShare(0));
        Assert.Equal(1, measures.DeadAirShare);
        Assert.Throws<ArgumentOutOfRangeException>("channel", () => measures.TalkShare(2));
        Assert.Throws<ArgumentOutOfRangeException>("channel", () => measures.TalkShare(-1));
    }

    [Fact]
    public void Of_no_audio_nothing_is_measured()
    {
        CallMeasures measures = Measure([[]]);

        Assert.Equal(TimeSpan.Zero, measures.Length);
        Assert.Empty(measures.DeadAir);
        Assert.Equal(TimeSpan.Zero, measures.LongestDeadAir);
        Assert.Null(measures.DeadAirShare);
        Assert.Null(measures.OvertalkShare);
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("TalkFrom", () => new MeasureSettings { TalkFrom = 0.1 });
        Assert.Throws<ArgumentOutOfRangeException>("SilenceBelow", () => new MeasureSettings { SilenceBelow = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>("LeastDeadAir", () => new MeasureSettings { LeastDeadAir = new(-1) });
        Assert.Equal(0, new MeasureSettings { TalkFrom = 0 }.TalkFrom);
    }

    private static short[] Square(int frames, short level) => [.. Enumerable.Range(0, frames).Select(frame => frame % 20 < 10 ? level : (short)-level)];

    private static CallMeasures Measure(params short[][] channels) => Measure(new(), [], channels);

    private static CallMeasures Measure(MeasureSettings settings, RecordingGap[] gaps, params short[][] channels)
    {
        var levels = new LevelTrackBuilder(8000, channels.Length);
        levels.Add(Sound.Join(channels));
        return levels.Build().Measure(settings, gaps);
    }

    private static IEnumerable<(double From, double Until)> Seconds(IEnumerable<Stretch> stretches) =>
        stretches.Select(stretch => (stretch.From.TotalSeconds, stretch.Until.TotalSeconds));
}
