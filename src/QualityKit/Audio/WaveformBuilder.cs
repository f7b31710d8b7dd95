using System.Collections.Immutable;

namespace QualityKit.Audio;

/// <summary>Finds the least and greatest samples of audio as it comes.</summary>
public sealed class WaveformBuilder
{
    /// <summary>The fewest frames of a stretch, which is <c>audiowaveform</c>'s.</summary>
    public const int LeastPerPixel = 2;

    /// <summary>How many frames a stretch has where nobody says, which is <c>audiowaveform</c>'s.</summary>
    public const int UsualPerPixel = 256;

    private readonly int _sampleRate;
    private readonly int _channels;
    private readonly int _samplesPerPixel;
    private readonly short[] _least;
    private readonly short[] _greatest;
    private readonly ImmutableArray<short>.Builder _data = ImmutableArray.CreateBuilder<short>();
    private int _frames;

    /// <summary>Begins.</summary>
    /// <param name="sampleRate">Frames a second, in Hz: <see cref="AudioFormat.LeastRate"/> to <see cref="AudioFormat.MostRate"/>.</param>
    /// <param name="channels">1 to <see cref="AudioFormat.MostChannels"/>.</param>
    /// <param name="samplesPerPixel">How many frames a stretch has: <see cref="LeastPerPixel"/> or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public WaveformBuilder(int sampleRate, int channels, int samplesPerPixel = UsualPerPixel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samplesPerPixel, LeastPerPixel);
        AudioFormat format = AudioFormat.Pcm(sampleRate, channels);
        _sampleRate = format.SampleRate;
        _channels = format.Channels;
        _samplesPerPixel = samplesPerPixel;
        _least = new short[channels];
        _greatest = new short[channels];
    }

    /// <summary>Takes the next frames, channel beside channel.</summary>
    /// <exception cref="ArgumentException">They are not whole frames.</exception>
    public void Add(ReadOnlySpan<short> samples)
    {
        FrameCount.Check(samples.Length, _channels, nameof(samples));
        for (ReadOnlySpan<short> rest = samples; !rest.IsEmpty;)
        {
            int frames = Math.Min(rest.Length / _channels, _samplesPerPixel - _frames);
            ReadOnlySpan<short> part = rest[..(frames * _channels)];
            for (int channel = 0; channel < _channels; channel++)
            {
                Extend(part, channel);
            }

            _frames += frames;
            if (_frames == _samplesPerPixel)
            {
                End(_data);
                _frames = 0;
            }

            rest = rest[part.Length..];
        }
    }

    /// <summary>The waveform of all that came so far; more can be added after it.</summary>
    public Waveform Build()
    {
        var data = ImmutableArray.CreateBuilder<short>(_data.Count + (2 * _channels));
        data.AddRange(_data);
        if (_frames > 0)
        {
            End(data);
        }

        return new(_sampleRate, _channels, _samplesPerPixel, data.ToImmutable());
    }

    private void Extend(ReadOnlySpan<short> part, int channel)
    {
        int least = _frames == 0 ? short.MaxValue : _least[channel];
        int greatest = _frames == 0 ? short.MinValue : _greatest[channel];
        for (int place = channel; place < part.Length; place += _channels)
        {
            int sample = part[place];
            least = Math.Min(least, sample);
            greatest = Math.Max(greatest, sample);
        }

        _least[channel] = (short)least;
        _greatest[channel] = (short)greatest;
    }

    private void End(ImmutableArray<short>.Builder data)
    {
        for (int channel = 0; channel < _channels; channel++)
        {
            data.Add(_least[channel]);
            data.Add(_greatest[channel]);
        }
    }
}
