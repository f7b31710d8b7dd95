using System.Collections.Immutable;
using QualityKit.Audio;
using QualityKit.Encryption;

namespace QualityKit.Services;

/// <summary>What somebody wants taken out of a recording.</summary>
public sealed record RecordingRedaction
{
    /// <summary>Where it is heard, from the start of the recording.</summary>
    public required ImmutableArray<AudioRange> Ranges { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>What is heard instead, and how much more is taken.</summary>
    public RedactionSettings Settings { get; init; } = new();

    /// <summary>The id of the recording that takes its place; null for one that derives from the command.</summary>
    public RecordingId? Replacement { get; init; }
}
