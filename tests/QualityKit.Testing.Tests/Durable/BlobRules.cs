namespace QualityKit.Testing.Tests.Durable;

/// <summary>What reaches the folder of a <see cref="FolderBlobStore"/>; each rule makes one that is wrong after a restart.</summary>
internal sealed record BlobRules
{
    public Func<byte[], byte[]> Kept { get; init; } = bytes => bytes;

    public bool ForgetsDeletions { get; init; }

    public bool KeepsStaged { get; init; }

    public bool FreesNames { get; init; }
}
