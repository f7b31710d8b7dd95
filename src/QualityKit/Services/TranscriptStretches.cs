using System.Collections.Immutable;
using QualityKit.Privacy;

namespace QualityKit.Services;

/// <summary>What a person wants blacked out of one version of a transcript.</summary>
public sealed record TranscriptStretches
{
    /// <summary>The version that they looked at.</summary>
    public required int Version { get; init; }

    /// <summary>The stretches of it.</summary>
    public required ImmutableArray<RedactedRange> Ranges { get; init => field = value.IsDefault ? [] : value; }
}
