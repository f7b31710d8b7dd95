using QualityKit.Interactions;
using QualityKit.Transcripts;

namespace QualityKit.Services;

/// <summary>What became of a transcript that was stored or redacted. The same command again gets the same receipt.</summary>
public sealed record TranscriptReceipt
{
    /// <summary>Of which interaction.</summary>
    public required InteractionId Interaction { get; init; }

    /// <summary>Which transcript.</summary>
    public required TranscriptId Transcript { get; init; }

    /// <summary>Its newest version.</summary>
    public required int Version { get; init; }

    /// <summary>How many stretches were blacked out by the command.</summary>
    public int Redacted { get; init; }

    /// <summary>How many earlier texts were destroyed.</summary>
    public int Destroyed { get; init; }

    /// <summary>How many earlier texts a legal hold keeps, sealed until it is released.</summary>
    public int Sealed { get; init; }

    /// <summary>Whether the command made a version: what comes again unchanged, or has nothing to black out, makes none.</summary>
    public required bool HasChanged { get; init; }
}
