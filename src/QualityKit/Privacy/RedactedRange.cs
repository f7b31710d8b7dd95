namespace QualityKit.Privacy;

/// <summary>A stretch of an utterance that was blacked out.</summary>
public sealed record RedactedRange
{
    /// <summary>The id of the utterance.</summary>
    public required string Utterance { get; init; }

    /// <summary>Which of its text.</summary>
    public required TextRange Range { get; init; }
}
