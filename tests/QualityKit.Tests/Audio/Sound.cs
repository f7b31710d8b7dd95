using QualityKit.Audio;

namespace QualityKit.Tests.Audio;

/// <summary>Sound made in code, so that everything about it is known.</summary>
internal static class Sound
{
    /// <summary>A tone.</summary>
    /// <param name="peak">Of 32,767.</param>
    public static short[] Tone(int frames, double hertz, int rate = 8000, double peak = 8000) =>
        [.. Enumerable.Range(0, frames).Select(frame => (short)Math.Round(peak * Math.Sin(2 * Math.PI * hertz * frame / rate)))];

    /// <summary>Every sample by chance, of all that there are.</summary>
    public static short[] Noise(int samples, int seed, int peak = 32768)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, samples).Select(_ => (short)random.Next(-peak, peak))];
    }

    /// <summary>Channels side by side.</summary>
    public static short[] Join(params short[][] channels)
    {
        short[] frames = new short[channels.Sum(channel => channel.Length)];
        for (int channel = 0; channel < channels.Length; channel++)
        {
            Interleaving.Merge(channels[channel], frames, channels.Length, channel);
        }

        return frames;
    }

    /// <summary>A channel that talks, as a tone, in given stretches of seconds, and is silent else.</summary>
    public static short[] Talk(double seconds, params (double From, double Until)[] stretches)
    {
        short[] samples = new short[(int)(seconds * 8000)];
        foreach ((double from, double until) in stretches)
        {
            short[] tone = Tone((int)((until - from) * 8000), 440);
            tone.CopyTo(samples, (int)(from * 8000));
        }

        return samples;
    }

    /// <summary>A file.</summary>
    public static byte[] Wave(AudioFormat format, params short[] frames)
    {
        using var stream = new MemoryStream();
        var writer = WaveWriter.Start(stream, format);
        writer.Write(frames);
        writer.Complete();
        return stream.ToArray();
    }

    /// <summary>Everything that a source gives, asked for in pieces of so many frames.</summary>
    public static short[] All(IAudioSource source, int piece = 1000)
    {
        var all = new List<short>();
        short[] samples = new short[piece * source.Channels];
        for (int frames = source.Read(samples); frames > 0; frames = source.Read(samples))
        {
            all.AddRange(samples.AsSpan(0, frames * source.Channels));
        }

        return [.. all];
    }
}
