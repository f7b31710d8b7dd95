using QualityKit.Encryption;
using QualityKit.Interactions;

namespace QualityKit.Services;

/// <summary>What became of a recording that was stored. The same command again gets the same receipt.</summary>
public sealed record RecordingReceipt
{
    /// <summary>Which recording.</summary>
    public required RecordingId Recording { get; init; }

    /// <summary>Of which interaction.</summary>
    public required InteractionId Interaction { get; init; }

    /// <summary>How many bytes it has.</summary>
    public required long Length { get; init; }

    /// <summary>SHA-256 of its envelope as it was stored first, as hexadecimal; null for media that is kept elsewhere.</summary>
    public required string? EnvelopeDigest { get; init; }

    /// <summary>The root of the tree over its payload, as hexadecimal; null where none was taken.</summary>
    public required string? Tree { get; init; }
}
