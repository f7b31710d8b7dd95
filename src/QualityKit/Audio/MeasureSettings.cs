namespace QualityKit.Audio;

/// <summary>What counts as talk, silence, dead air and overtalk. The rules M1 to M9 are in docs/audio.md.</summary>
public sealed record MeasureSettings
{
    /// <summary>How loud a window is when somebody begins to talk, in dBFS, 0 or less: -40.</summary>
    public double TalkFrom { get; init => field = Level(value, nameof(TalkFrom)); } = -40;

    /// <summary>Below which level who talks has stopped, in dBFS, 0 or less: -46. What is above <see cref="TalkFrom"/> counts as that.</summary>
    public double SilenceBelow { get; init => field = Level(value, nameof(SilenceBelow)); } = -46;

    /// <summary>A silence between two stretches of talk of a channel that is shorter belongs to the talk: 300 ms.</summary>
    public TimeSpan LeastPause { get; init => field = Time(value, nameof(LeastPause)); } = TimeSpan.FromMilliseconds(300);

    /// <summary>A stretch of talk that is shorter is a noise, and counts as silence: 100 ms.</summary>
    public TimeSpan LeastTalk { get; init => field = Time(value, nameof(LeastTalk)); } = TimeSpan.FromMilliseconds(100);

    /// <summary>A silence of a channel that is shorter is not listed: 2 s.</summary>
    public TimeSpan LeastSilence { get; init => field = Time(value, nameof(LeastSilence)); } = TimeSpan.FromSeconds(2);

    /// <summary>A silence of all channels that is shorter is no dead air: 5 s.</summary>
    public TimeSpan LeastDeadAir { get; init => field = Time(value, nameof(LeastDeadAir)); } = TimeSpan.FromSeconds(5);

    /// <summary>Talk at once that is shorter is no overtalk: 500 ms, so that a "yes" in between is none.</summary>
    public TimeSpan LeastOvertalk { get; init => field = Time(value, nameof(LeastOvertalk)); } = TimeSpan.FromMilliseconds(500);

    private static double Level(double value, string name) =>
        value <= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, "a level in dBFS is 0 or less");

    private static TimeSpan Time(TimeSpan value, string name) =>
        value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(name, value, "a length is 0 or more");
}
