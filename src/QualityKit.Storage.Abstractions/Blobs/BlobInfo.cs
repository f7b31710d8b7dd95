namespace QualityKit.Storage.Blobs;

/// <summary>What is known of a blob without reading it.</summary>
public sealed record BlobInfo
{
    /// <summary>Its name.</summary>
    public required BlobName Name { get; init; }

    /// <summary>How many bytes it has.</summary>
    public required long Length { get; init; }

    /// <summary>The CRC-32C (Castagnoli, RFC 3720 appendix B.4) of its bytes, as the store worked it out while it took them.</summary>
    public required uint Crc32C { get; init; }
}
