using System.Runtime.InteropServices;

namespace QualityKit.Audio;

/// <summary>Audio at half or twice its sample rate, such as 16 kHz at 8 kHz: by a filter of 161 coefficients in whole numbers, with linear phase and no delay.</summary>
/// <remarks>
/// Each sample given depends on those within 80 frames of the higher rate, 5 ms at 16 kHz; beyond the ends is silence.
/// Whether the source gives many frames at a time or few makes no difference.
/// </remarks>
public sealed class ResampledAudio : IAudioSource
{
    private const int Block = 4096;

    private readonly SourceFrames _source;
    private readonly bool _doubles;
    private readonly int _reach;

    // Each channel of what came, from frame `_start` on, with silence before the first and after the last frame.
    private readonly List<short>[] _lines;
    private long _start;
    private long _frames;
    private bool _isAtEnd;
    private long _given;

    private ResampledAudio(IAudioSource source, bool doubles)
    {
        _source = new(source);
        _doubles = doubles;
        _reach = doubles ? HalfRateFilter.Reach / 2 : HalfRateFilter.Reach;
        _start = -_reach;
        _lines = [.. Enumerable.Range(0, source.Channels).Select(_ => new List<short>(new short[_reach]))];
        SampleRate = doubles ? source.SampleRate * 2 : source.SampleRate / 2;
    }

    /// <inheritdoc/>
    public int SampleRate { get; }

    /// <inheritdoc/>
    public int Channels => _lines.Length;

    /// <summary>Gives audio at half its rate: half as many frames, and one more where they are odd. What is above a quarter of the source's rate goes.</summary>
    /// <exception cref="ArgumentException">The rate is odd, or half of it would be below <see cref="AudioFormat.LeastRate"/>.</exception>
    public static ResampledAudio Halve(IAudioSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.SampleRate % 2 == 0 && source.SampleRate / 2 >= AudioFormat.LeastRate
            ? new(source, doubles: false)
            : throw new ArgumentException($"a rate of {source.SampleRate} Hz cannot be halved", nameof(source));
    }

    /// <summary>Gives audio at twice its rate: twice as many frames. Nothing is above half of the source's rate.</summary>
    /// <exception cref="ArgumentException">Twice the rate would be above <see cref="AudioFormat.MostRate"/>.</exception>
    public static ResampledAudio Double(IAudioSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.SampleRate <= AudioFormat.MostRate / 2
            ? new(source, doubles: true)
            : throw new ArgumentException($"a rate of {source.SampleRate} Hz cannot be doubled", nameof(source));
    }

    /// <summary>Gives the next frames.</summary>
    /// <param name="samples">Room for at least one frame.</param>
    /// <returns>How many frames came; 0 only at the end.</returns>
    /// <exception cref="ArgumentException">There is not room for a frame.</exception>
    public int Read(Span<short> samples)
    {
        int frames = Math.Min(Block, samples.Length / Channels);
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1, nameof(samples));
        Fetch(InputOf(_given + frames - 1) + _reach);
        if (_isAtEnd)
        {
            frames = (int)Math.Min(frames, (_doubles ? _frames * 2 : (_frames + 1) / 2) - _given);
        }

        for (int channel = 0; channel < Channels; channel++)
        {
            ReadOnlySpan<short> line = CollectionsMarshal.AsSpan(_lines[channel]);
            for (int frame = 0; frame < frames; frame++)
            {
                samples[(frame * Channels) + channel] = Sample(line, _given + frame);
            }
        }

        _given += frames;
        Forget(InputOf(_given) - _reach);
        return frames;
    }

    private long InputOf(long frame) => _doubles ? frame / 2 : frame * 2;

    private void Fetch(long last)
    {
        while (!_isAtEnd && _frames <= last)
        {
            ReadOnlySpan<short> block = _source.Next();
            _isAtEnd = block.IsEmpty;
            for (int channel = 0; channel < Channels; channel++)
            {
                for (int place = channel; place < block.Length; place += Channels)
                {
                    _lines[channel].Add(block[place]);
                }

                _lines[channel].AddRange(new short[_isAtEnd ? _reach + 1 : 0]);
            }

            _frames += block.Length / Channels;
        }
    }

    private void Forget(long before)
    {
        int count = (int)Math.Min(before - _start, _lines[0].Count);
        if (count >= Block)
        {
            _start += count;
            foreach (List<short> line in _lines)
            {
                line.RemoveRange(0, count);
            }
        }
    }

    private short Sample(ReadOnlySpan<short> line, long frame)
    {
        // At twice the rate every other sample would be zero: one phase of the filter meets those that are not, twice as strong for it.
        ReadOnlySpan<int> filter = !_doubles ? HalfRateFilter.Coefficients.AsSpan() : frame % 2 == 0 ? HalfRateFilter.Even.AsSpan() : HalfRateFilter.Odd.AsSpan();
        long first = _doubles ? ((frame + 1) / 2) - _reach : (frame * 2) - _reach;
        ReadOnlySpan<short> samples = line.Slice((int)(first - _start), filter.Length);
        long sum = 0;
        for (int tap = 0; tap < filter.Length; tap++)
        {
            sum += (long)samples[tap] * filter[tap];
        }

        return HalfRateFilter.Round(_doubles ? 2 * sum : sum);
    }
}
