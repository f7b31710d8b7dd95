namespace QualityKit.Audio;

/// <summary>Why bytes cannot be read as WAVE audio.</summary>
public enum WaveProblem
{
    /// <summary>They do not begin as RIFF, RF64 or BW64 of the form WAVE.</summary>
    NotWave,

    /// <summary>They end before the samples begin.</summary>
    NoData,

    /// <summary>The samples begin before their format was told.</summary>
    NoFormat,

    /// <summary>The format has fewer bytes than it needs.</summary>
    ShortFormat,

    /// <summary>The encoding is none of PCM, A-law and mu-law.</summary>
    UnknownEncoding,

    /// <summary>The number of bits is not that of the encoding: 8, 16, 24 or 32 for PCM, 8 for A-law and mu-law.</summary>
    UnknownBits,

    /// <summary>The sample rate is not within <see cref="AudioFormat.LeastRate"/> and <see cref="AudioFormat.MostRate"/>.</summary>
    RateOutOfRange,

    /// <summary>There are no channels, or more than <see cref="AudioFormat.MostChannels"/>.</summary>
    ChannelsOutOfRange,

    /// <summary>A frame is said to have another size than its samples have together.</summary>
    FrameSizeDiffers,

    /// <summary>An RF64 file has no length of 64 bits, or one that no file can have.</summary>
    LengthOutOfRange,

    /// <summary>More than <see cref="WaveReader.MostChunks"/> chunks come before the samples.</summary>
    TooManyChunks,
}
