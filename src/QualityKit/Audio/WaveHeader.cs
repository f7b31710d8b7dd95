namespace QualityKit.Audio;

/// <summary>What a file says before its samples.</summary>
internal sealed record WaveHeader
{
    public required AudioFormat Format { get; init; }

    /// <summary>How many bytes the samples take; null where the file does not say, and they go on to its end.</summary>
    public required long? DataBytes { get; init; }
}
