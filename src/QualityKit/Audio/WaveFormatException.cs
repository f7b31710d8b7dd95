namespace QualityKit.Audio;

/// <summary>Bytes cannot be read as WAVE audio; it says why, and where.</summary>
public sealed class WaveFormatException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="problem">Why.</param>
    /// <param name="offset">Where in the file, in bytes from its start.</param>
    public WaveFormatException(WaveProblem problem, long offset)
        : base($"{Describe(problem)}, at byte {offset}")
    {
        Problem = problem;
        Offset = offset;
    }

    /// <summary>Why.</summary>
    public WaveProblem Problem { get; }

    /// <summary>Where in the file, in bytes from its start.</summary>
    public long Offset { get; }

    private static string Describe(WaveProblem problem) => problem switch
    {
        WaveProblem.NotWave => "this is no RIFF, RF64 or BW64 file of the form WAVE",
        WaveProblem.NoData => "the file ends before its samples begin",
        WaveProblem.NoFormat => "the samples begin before their format was told",
        WaveProblem.ShortFormat => "the format has fewer bytes than it needs",
        WaveProblem.UnknownEncoding => "the encoding is none of PCM, A-law and mu-law",
        WaveProblem.UnknownBits => "the encoding has no samples of this many bits",
        WaveProblem.RateOutOfRange => $"the sample rate is not from {AudioFormat.LeastRate} to {AudioFormat.MostRate} Hz",
        WaveProblem.ChannelsOutOfRange => $"the number of channels is not from 1 to {AudioFormat.MostChannels}",
        WaveProblem.FrameSizeDiffers => "a frame is said to have another size than its samples have together",
        WaveProblem.LengthOutOfRange => "the length of 64 bits is missing, or one that no file can have",
        _ => $"more than {WaveReader.MostChunks} chunks come before the samples",
    };
}
