namespace QualityKit.Audio;

/// <summary>How a sample is written down.</summary>
public enum AudioEncoding
{
    /// <summary>As a whole number: 8 bits above zero with silence at 128, or 16, 24 or 32 bits with a sign, the lowest byte first.</summary>
    Pcm,

    /// <summary>One byte by the A-law of ITU-T G.711, the telephone's outside North America and Japan.</summary>
    ALaw,

    /// <summary>One byte by the mu-law of ITU-T G.711, the telephone's in North America and Japan.</summary>
    MuLaw,
}
