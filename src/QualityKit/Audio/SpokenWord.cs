using QualityKit.Privacy;

namespace QualityKit.Audio;

/// <summary>When a word of an utterance was said, as a recogniser knows it.</summary>
public sealed record SpokenWord
{
    /// <summary>The id of the utterance.</summary>
    public required string Utterance { get; init; }

    /// <summary>Which of its text the word is.</summary>
    public required TextRange Range { get; init; }

    /// <summary>When it begins, on the time line of the transcript.</summary>
    public required TimeSpan From { get; init; }

    /// <summary>When it ends; not before <see cref="From"/>.</summary>
    public required TimeSpan Until { get; init; }
}
