namespace QualityKit.Audio;

/// <summary>Decoded audio, read forward once.</summary>
public interface IAudioSource
{
    /// <summary>Frames a second, in Hz: <see cref="AudioFormat.LeastRate"/> to <see cref="AudioFormat.MostRate"/>.</summary>
    int SampleRate { get; }

    /// <summary>How many channels lie side by side: 1 to <see cref="AudioFormat.MostChannels"/>.</summary>
    int Channels { get; }

    /// <summary>Gives the next frames as samples of 16 bits, channel beside channel.</summary>
    /// <param name="samples">Room for at least one frame; only whole frames are put there, from its start.</param>
    /// <returns>How many frames came; 0 only at the end.</returns>
    int Read(Span<short> samples);
}
