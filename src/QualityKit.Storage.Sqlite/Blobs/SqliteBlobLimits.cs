namespace QualityKit.Storage.Sqlite.Blobs;

/// <summary>What a blob in a SQLite file may be.</summary>
internal static class SqliteBlobLimits
{
    /// <summary>1 GiB: the file is copied whole for each backup, so larger blobs belong into files or an object store.</summary>
    public const long LargestBlob = 1L << 30;
}
