using System.Collections.Immutable;

namespace QualityKit.Audio;

/// <summary>Finds how loud audio is as it comes.</summary>
public sealed class LevelTrackBuilder
{
    private readonly int _sampleRate;
    private readonly int _channels;
    private readonly int _framesPerWindow;
    private readonly long[] _powers;
    private readonly ImmutableArray<long>.Builder _done = ImmutableArray.CreateBuilder<long>();
    private long _frames;
    private int _inWindow;

    /// <summary>Begins.</summary>
    /// <param name="sampleRate">Frames a second, in Hz: <see cref="AudioFormat.LeastRate"/> to <see cref="AudioFormat.MostRate"/>.</param>
    /// <param name="channels">1 to <see cref="AudioFormat.MostChannels"/>.</param>
    /// <param name="window">How long a window is, 1 ms to 1 s; null for <see cref="UsualWindow"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public LevelTrackBuilder(int sampleRate, int channels, TimeSpan? window = null)
    {
        TimeSpan length = window ?? UsualWindow;
        ArgumentOutOfRangeException.ThrowIfLessThan(length, TimeSpan.FromMilliseconds(1), nameof(window));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, TimeSpan.FromSeconds(1), nameof(window));
        AudioFormat format = AudioFormat.Pcm(sampleRate, channels);
        _sampleRate = format.SampleRate;
        _channels = format.Channels;
        _framesPerWindow = (int)FrameCount.At(length, sampleRate, roundsUp: false);
        _powers = new long[channels];
    }

    /// <summary>How long a window is where nobody says: 20 ms.</summary>
    public static TimeSpan UsualWindow { get; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Takes the next frames, channel beside channel.</summary>
    /// <exception cref="ArgumentException">They are not whole frames.</exception>
    public void Add(ReadOnlySpan<short> samples)
    {
        FrameCount.Check(samples.Length, _channels, nameof(samples));
        for (ReadOnlySpan<short> rest = samples; !rest.IsEmpty;)
        {
            int frames = Math.Min(rest.Length / _channels, _framesPerWindow - _inWindow);
            ReadOnlySpan<short> part = rest[..(frames * _channels)];
            for (int channel = 0; channel < _channels; channel++)
            {
                _powers[channel] += Power(part, channel, _channels);
            }

            _frames += frames;
            _inWindow += frames;
            if (_inWindow == _framesPerWindow)
            {
                _done.AddRange(_powers);
                Array.Clear(_powers);
                _inWindow = 0;
            }

            rest = rest[part.Length..];
        }
    }

    /// <summary>The track of all that came so far; more can be added after it.</summary>
    public LevelTrack Build()
    {
        ImmutableArray<long> powers = [.. _done, .. _inWindow > 0 ? _powers : []];
        return new(_sampleRate, _channels, _framesPerWindow, _frames, powers);
    }

    private static long Power(ReadOnlySpan<short> part, int channel, int channels)
    {
        long power = 0;
        for (int place = channel; place < part.Length; place += channels)
        {
            int sample = part[place];
            power += sample * sample;
        }

        return power;
    }
}
