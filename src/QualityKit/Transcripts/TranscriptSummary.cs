using System.Collections.Immutable;

namespace QualityKit.Transcripts;

/// <summary>A stored transcript across its versions, without any text.</summary>
public sealed record TranscriptSummary
{
    /// <summary>Which one, of those of its interaction.</summary>
    public required TranscriptId Id { get; init; }

    /// <summary>Its versions, the first first.</summary>
    public required ImmutableArray<TranscriptVersion> Versions { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The newest version.</summary>
    public TranscriptVersion Current => Versions[^1];
}
