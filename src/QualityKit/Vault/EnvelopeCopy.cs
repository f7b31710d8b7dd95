using System.Collections.Immutable;
using QualityKit.Encryption;
using QualityKit.Storage.Blobs;

namespace QualityKit.Vault;

/// <summary>A copy of an envelope beside a payload, as it says of itself. Nothing of it is to be believed before it is opened.</summary>
public sealed record EnvelopeCopy
{
    /// <summary>The payload that it lies beside, which need not be there any more.</summary>
    public required BlobName Payload { get; init; }

    /// <summary>The recording that it says it is of; null for a copy that is damaged.</summary>
    public required RecordingContext? Context { get; init; }

    /// <summary>SHA-256 of the public keys that it is for, as hexadecimal.</summary>
    public ImmutableArray<string> Keys { get; init => field = value.IsDefault ? [] : value; } = [];
}
