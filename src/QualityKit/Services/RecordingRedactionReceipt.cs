using QualityKit.Encryption;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <summary>What became of a recording that was redacted. The same command again gets the same receipt.</summary>
public sealed record RecordingRedactionReceipt
{
    /// <summary>The recording that took its place; the old one where there was nothing to take out.</summary>
    public required RecordingId Recording { get; init; }

    /// <summary>What became of the old one; null where there was nothing to take out.</summary>
    public required RecordingDeletion? Deletion { get; init; }

    /// <summary>What became of the transcript; null where none was named.</summary>
    public TranscriptReceipt? Transcript { get; init; }
}
