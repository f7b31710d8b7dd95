using QualityKit.Encryption;
using QualityKit.Persistence;

namespace QualityKit.Services;

/// <summary>A payload that is committed and that no recording has yet, with the only key to it.</summary>
internal sealed class RecordingUpload(DataKey key) : IDisposable
{
    /// <summary>The key. It is nowhere else until an envelope is committed: a payload that never gets one can be opened by nobody.</summary>
    public DataKey Key => key;

    /// <summary>What it is encrypted for.</summary>
    public required RecordingContext Context { get; init; }

    /// <summary>What pins it.</summary>
    public required PayloadSeal Seal { get; init; }

    /// <summary>Its CRC-32C, as it was handed to the store.</summary>
    public required uint Crc32C { get; init; }

    /// <summary>The root of the tree over it; null where none is taken.</summary>
    public required string? Tree { get; init; }

    /// <summary>The document that says that no recording has it, as it was committed; without one for a payload that was found.</summary>
    public required PendingBlob Pending { get; init; }

    public void Dispose() => key.Dispose();
}
