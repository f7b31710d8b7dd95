namespace QualityKit.Audio;

/// <summary>Frames of a channel that were redacted.</summary>
/// <param name="Channel">From 0.</param>
/// <param name="Start">The first of them, from 0.</param>
/// <param name="Count">How many; 1 or more.</param>
public readonly record struct RedactedFrames(int Channel, long Start, long Count);
