namespace QualityKit.Transcripts;

/// <summary>What somebody said or wrote in one go.</summary>
public sealed record Utterance
{
    /// <summary>Names it within the transcript, so that evidence and comments can point at it: 1 to 128 bytes of UTF-8.</summary>
    public required string Id { get; init; }

    /// <summary>Where it begins, from the start of the interaction; 0 or more.</summary>
    public required TimeSpan From { get; init; }

    /// <summary>Where it ends; not before <see cref="From"/>. A written message has no length.</summary>
    public required TimeSpan Until { get; init; }

    /// <summary>The text; personal content.</summary>
    public required string Text { get; init; }

    /// <summary>Who it was: a <see cref="Interactions.Participant.Key"/> of the interaction, or a name that a file gives; null when nobody knows.</summary>
    public string? Speaker { get; init; }

    /// <summary>The channel of the recording that it is on, from 0; null when nobody knows.</summary>
    public int? Channel { get; init; }

    /// <summary>How sure the recogniser was, 0 to 1; null when it did not say.</summary>
    public decimal? Confidence { get; init; }

    /// <summary>Its language as a tag of BCP 47; null for that of the transcript.</summary>
    public string? Language { get; init; }

    /// <summary>The id and the number of characters; never the text or the speaker, which are personal.</summary>
    public override string ToString() => $"utterance {Id} of {Text.Length} characters";
}
