namespace QualityKit.Audio;

/// <summary>A stretch of audio that nobody may keep.</summary>
public sealed record AudioRange
{
    /// <summary>Where it begins, from the start of the audio; 0 or more.</summary>
    public required TimeSpan From { get; init; }

    /// <summary>Where it ends; not before <see cref="From"/>. It may lie beyond the end of the audio.</summary>
    public required TimeSpan Until { get; init; }

    /// <summary>On which channel, from 0; null for all of them.</summary>
    public int? Channel { get; init; }
}
