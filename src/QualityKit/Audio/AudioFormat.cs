namespace QualityKit.Audio;

/// <summary>What the bytes of audio mean: encoding, bits, rate and channels. A frame is one sample of every channel.</summary>
public sealed record AudioFormat
{
    /// <summary>The lowest sample rate, in Hz.</summary>
    public const int LeastRate = 1000;

    /// <summary>The highest sample rate, in Hz.</summary>
    public const int MostRate = 384_000;

    /// <summary>The most channels.</summary>
    public const int MostChannels = 64;

    private AudioFormat(AudioEncoding encoding, int bits, int sampleRate, int channels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, LeastRate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sampleRate, MostRate);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(channels, MostChannels);
        Encoding = encoding;
        BitsPerSample = bits;
        SampleRate = sampleRate;
        Channels = channels;
    }

    /// <summary>How a sample is written down.</summary>
    public AudioEncoding Encoding { get; }

    /// <summary>How many bits a sample takes: 8, 16, 24 or 32; always 8 by A-law and mu-law.</summary>
    public int BitsPerSample { get; }

    /// <summary>Frames a second, in Hz: <see cref="LeastRate"/> to <see cref="MostRate"/>.</summary>
    public int SampleRate { get; }

    /// <summary>How many channels lie side by side: 1 to <see cref="MostChannels"/>.</summary>
    public int Channels { get; }

    /// <summary>How many bytes a sample takes.</summary>
    public int BytesPerSample => BitsPerSample / 8;

    /// <summary>How many bytes a frame takes.</summary>
    public int BytesPerFrame => BytesPerSample * Channels;

    /// <summary>Whole numbers.</summary>
    /// <param name="sampleRate">In Hz, <see cref="LeastRate"/> to <see cref="MostRate"/>.</param>
    /// <param name="channels">1 to <see cref="MostChannels"/>.</param>
    /// <param name="bits">8, 16, 24 or 32.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static AudioFormat Pcm(int sampleRate, int channels, int bits = 16) => bits is 8 or 16 or 24 or 32
        ? new(AudioEncoding.Pcm, bits, sampleRate, channels)
        : throw new ArgumentOutOfRangeException(nameof(bits), bits, "a sample has 8, 16, 24 or 32 bits");

    /// <summary>A-law.</summary>
    /// <param name="sampleRate">In Hz, <see cref="LeastRate"/> to <see cref="MostRate"/>; 8000 on the telephone.</param>
    /// <param name="channels">1 to <see cref="MostChannels"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static AudioFormat ALaw(int sampleRate, int channels) => new(AudioEncoding.ALaw, 8, sampleRate, channels);

    /// <summary>Mu-law.</summary>
    /// <param name="sampleRate">In Hz, <see cref="LeastRate"/> to <see cref="MostRate"/>; 8000 on the telephone.</param>
    /// <param name="channels">1 to <see cref="MostChannels"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static AudioFormat MuLaw(int sampleRate, int channels) => new(AudioEncoding.MuLaw, 8, sampleRate, channels);
}
