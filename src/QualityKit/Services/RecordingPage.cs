using System.Collections.Immutable;

namespace QualityKit.Services;

/// <summary>A page of recordings.</summary>
public sealed record RecordingPage
{
    /// <summary>The recordings, by when they were stored; by an attribute, in the order of their ids.</summary>
    public required ImmutableArray<RecordingDetails> Recordings { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>What to ask for the next page with; null when there is none.</summary>
    public required string? Next { get; init; }
}
