using System.Collections.Immutable;
using QualityKit.Interactions;

namespace QualityKit.Audio;

/// <summary>When one channel talks and when it is silent.</summary>
public sealed record ChannelMeasures
{
    /// <summary>Where it talks, pauses shorter than <see cref="MeasureSettings.LeastPause"/> within, in order.</summary>
    public required ImmutableArray<Stretch> Talk { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Where it is silent for at least <see cref="MeasureSettings.LeastSilence"/>, in order.</summary>
    public required ImmutableArray<Stretch> Silences { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>How long it talks.</summary>
    public TimeSpan TotalTalk => Total(Talk);

    /// <summary>Its longest silence that is listed; zero when there is none.</summary>
    public TimeSpan LongestSilence => Longest(Silences);

    internal static TimeSpan Total(ImmutableArray<Stretch> stretches) => new(stretches.Sum(stretch => (stretch.Until - stretch.From).Ticks));

    internal static TimeSpan Longest(ImmutableArray<Stretch> stretches) => stretches.Select(stretch => stretch.Until - stretch.From).DefaultIfEmpty().Max();
}
