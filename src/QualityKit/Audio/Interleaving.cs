namespace QualityKit.Audio;

/// <summary>Frames, in which channels lie side by side, taken apart and put together.</summary>
public static class Interleaving
{
    /// <summary>Takes one channel out of frames.</summary>
    /// <param name="frames">Whole frames.</param>
    /// <param name="channels">How many channels they have: 1 or more.</param>
    /// <param name="channel">Which one, from 0.</param>
    /// <param name="samples">Where the channel goes; as long as there are frames.</param>
    /// <exception cref="ArgumentException">A length does not fit, or there is no such channel.</exception>
    public static void Split(ReadOnlySpan<short> frames, int channels, int channel, Span<short> samples)
    {
        Check(frames.Length, channels, channel, samples.Length);
        for (int frame = 0; frame < samples.Length; frame++)
        {
            samples[frame] = frames[(frame * channels) + channel];
        }
    }

    /// <summary>Puts one channel into frames; the others stay.</summary>
    /// <param name="samples">The channel; as long as there are frames.</param>
    /// <param name="frames">Whole frames.</param>
    /// <param name="channels">How many channels they have: 1 or more.</param>
    /// <param name="channel">Which one, from 0.</param>
    /// <exception cref="ArgumentException">A length does not fit, or there is no such channel.</exception>
    public static void Merge(ReadOnlySpan<short> samples, Span<short> frames, int channels, int channel)
    {
        Check(frames.Length, channels, channel, samples.Length);
        for (int frame = 0; frame < samples.Length; frame++)
        {
            frames[(frame * channels) + channel] = samples[frame];
        }
    }

    /// <summary>Makes one channel of all: their mean, rounded towards zero, so that it is never too loud.</summary>
    /// <param name="frames">Whole frames.</param>
    /// <param name="channels">How many channels they have: 1 or more.</param>
    /// <param name="samples">Where the result goes; as long as there are frames.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public static void Mix(ReadOnlySpan<short> frames, int channels, Span<short> samples)
    {
        Check(frames.Length, channels, 0, samples.Length);
        for (int frame = 0; frame < samples.Length; frame++)
        {
            int sum = 0;
            foreach (short sample in frames.Slice(frame * channels, channels))
            {
                sum += sample;
            }

            samples[frame] = (short)(sum / channels);
        }
    }

    private static void Check(int length, int channels, int channel, int frames)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(channel);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(channel, channels);
        if (length != (long)frames * channels)
        {
            throw new ArgumentException($"{length} samples are not {frames} frames of {channels} channels", nameof(frames));
        }
    }
}
