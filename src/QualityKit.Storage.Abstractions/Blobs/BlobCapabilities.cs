namespace QualityKit.Storage.Blobs;

/// <summary>What a blob store can do, as data.</summary>
public sealed record BlobCapabilities
{
    /// <summary>What the store is called, in reports and health data.</summary>
    public required string Name { get; init; }

    /// <summary>Whether a committed blob is there after the process was killed.</summary>
    public required bool IsDurable { get; init; }

    /// <summary>Whether several processes can use the same blobs at once.</summary>
    public required bool IsShared { get; init; }

    /// <summary>The most bytes of one blob; default 5 TiB.</summary>
    public long LargestBlob { get; init; } = 5L << 40;
}
