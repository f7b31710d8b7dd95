using System.Collections.Immutable;
using QualityKit.Interactions;

namespace QualityKit.Audio;

/// <summary>How loud each channel is, window by window. Silence, dead air and overtalk are measured on it, and can be measured again with other settings without the audio.</summary>
public sealed class LevelTrack
{
    private const double FullScale = 32768.0 * 32768.0;

    private readonly ImmutableArray<long> _powers;

    internal LevelTrack(int sampleRate, int channels, int framesPerWindow, long frames, ImmutableArray<long> powers)
    {
        SampleRate = sampleRate;
        Channels = channels;
        FramesPerWindow = framesPerWindow;
        Frames = frames;
        _powers = powers;
    }

    /// <summary>Frames a second of the audio, in Hz.</summary>
    public int SampleRate { get; }

    /// <summary>How many channels it has.</summary>
    public int Channels { get; }

    /// <summary>How many frames a window has; the last may have fewer.</summary>
    public int FramesPerWindow { get; }

    /// <summary>How many frames the audio has.</summary>
    public long Frames { get; }

    /// <summary>How many windows there are.</summary>
    public int Windows => _powers.Length / Channels;

    /// <summary>Reads audio to its end.</summary>
    /// <param name="source">The audio.</param>
    /// <param name="window">How long a window is, 1 ms to 1 s; null for <see cref="LevelTrackBuilder.UsualWindow"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length of a window is out of its range.</exception>
    public static LevelTrack Of(IAudioSource source, TimeSpan? window = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        var levels = new LevelTrackBuilder(source.SampleRate, source.Channels, window);
        var frames = new SourceFrames(source);
        for (ReadOnlySpan<short> block = frames.Next(); !block.IsEmpty; block = frames.Next())
        {
            levels.Add(block);
        }

        return levels.Build();
    }

    /// <summary>Puts the levels of parts one after another. It is the track of the whole, to the last bit, where all parts but the last are whole windows.</summary>
    /// <param name="parts">In order; of one rate, number of channels and length of window.</param>
    /// <exception cref="ArgumentException">There are none, they do not fit together, or one that is not the last ends within a window.</exception>
    public static LevelTrack Join(IEnumerable<LevelTrack> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ImmutableArray<LevelTrack> all = [.. parts];
        return all.IsEmpty || all.Any(part => (part.SampleRate, part.Channels, part.FramesPerWindow) != (all[0].SampleRate, all[0].Channels, all[0].FramesPerWindow))
            || all.SkipLast(1).Any(part => part.Frames % part.FramesPerWindow != 0)
            ? throw new ArgumentException("parts have one rate, one number of channels and one window, and all but the last end with a window", nameof(parts))
            : new(all[0].SampleRate, all[0].Channels, all[0].FramesPerWindow, all.Sum(part => part.Frames), [.. all.SelectMany(part => part._powers)]);
    }

    /// <summary>The level of a window in dBFS: 10 log10 of the mean square over 32,768². Nothing but zeros is minus infinity, a full square wave 0, a full sine -3.01.</summary>
    /// <param name="channel">From 0.</param>
    /// <param name="window">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such channel or window.</exception>
    public double Level(int channel, int window)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(channel);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(channel, Channels);
        ArgumentOutOfRangeException.ThrowIfNegative(window);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(window, Windows);
        return 10 * Math.Log10(Power(channel, window) / (FramesOf(window) * FullScale));
    }

    /// <summary>Measures talk, silence, dead air and overtalk.</summary>
    /// <param name="settings">What counts; null for the defaults.</param>
    /// <param name="gaps">Where nothing was recorded, from the start of the audio: neither silence nor talk; null for none.</param>
    public CallMeasures Measure(MeasureSettings? settings = null, IEnumerable<RecordingGap>? gaps = null) =>
        new CallListening(this, settings ?? new(), [.. gaps ?? []]).Measures();

    internal long Power(int channel, int window) => _powers[(window * Channels) + channel];

    internal long StartOf(int window) => Math.Min((long)window * FramesPerWindow, Frames);

    internal long FramesOf(int window) => StartOf(window + 1) - StartOf(window);

    /// <summary>The mean square of what is as loud as a level.</summary>
    internal static double MeanSquare(double level) => Math.Pow(10, level / 10) * FullScale;
}
