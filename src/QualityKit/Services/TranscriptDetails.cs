using System.Globalization;
using QualityKit.Interactions;
using QualityKit.Transcripts;

namespace QualityKit.Services;

/// <summary>One version of a stored transcript. What was said is personal content.</summary>
public sealed record TranscriptDetails
{
    /// <summary>Of which interaction.</summary>
    public required InteractionId Interaction { get; init; }

    /// <summary>The transcript across its versions.</summary>
    public required TranscriptSummary Summary { get; init; }

    /// <summary>The version that is shown.</summary>
    public required TranscriptVersion Version { get; init; }

    /// <summary>What was said; null when the text is sealed, destroyed or erased.</summary>
    public required Transcript? Transcript { get; init; }

    /// <summary>Which one; never what was said.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"transcript {Summary.Id} of {Interaction}, {Version}");
}
