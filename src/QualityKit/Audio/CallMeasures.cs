using System.Collections.Immutable;
using QualityKit.Interactions;

namespace QualityKit.Audio;

/// <summary>Who talked, when nobody did, and when several did at once. Times are from the start of the audio, each to the tick at or before the frame.</summary>
public sealed record CallMeasures
{
    /// <summary>How long the audio is.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>How long it is without its gaps, window by window.</summary>
    public required TimeSpan Recorded { get; init; }

    /// <summary>Each channel, in order.</summary>
    public required ImmutableArray<ChannelMeasures> Channels { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Where all channels are silent for at least <see cref="MeasureSettings.LeastDeadAir"/>, in order.</summary>
    public required ImmutableArray<Stretch> DeadAir { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Where two or more channels talk at once for at least <see cref="MeasureSettings.LeastOvertalk"/>, in order.</summary>
    public required ImmutableArray<Stretch> Overtalk { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>How long all dead air is together.</summary>
    public TimeSpan TotalDeadAir => ChannelMeasures.Total(DeadAir);

    /// <summary>The longest dead air; zero when there is none.</summary>
    public TimeSpan LongestDeadAir => ChannelMeasures.Longest(DeadAir);

    /// <summary>How long all overtalk is together.</summary>
    public TimeSpan TotalOvertalk => ChannelMeasures.Total(Overtalk);

    /// <summary>Which share of the recorded time is dead air, 0 to 1; null when nothing was recorded.</summary>
    public double? DeadAirShare => Share(TotalDeadAir, Recorded);

    /// <summary>Which share of the recorded time is overtalk, 0 to 1; null when nothing was recorded.</summary>
    public double? OvertalkShare => Share(TotalOvertalk, Recorded);

    /// <summary>Which share of all talk a channel has, 0 to 1, so that the shares of all add up to 1; null when nobody talked.</summary>
    /// <param name="channel">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such channel.</exception>
    public double? TalkShare(int channel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(channel);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(channel, Channels.Length);
        return Share(Channels[channel].TotalTalk, new(Channels.Sum(one => one.TotalTalk.Ticks)));
    }

    private static double? Share(TimeSpan part, TimeSpan whole) => whole > TimeSpan.Zero ? part / whole : null;
}
