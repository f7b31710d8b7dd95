namespace QualityKit.Storage.S3;

/// <summary>Where the bytes of a blob are.</summary>
internal enum BlobKind
{
    /// <summary>In the object under its key.</summary>
    Whole,

    /// <summary>In an object of their own, uploaded in parts.</summary>
    Parts,

    /// <summary>Nowhere, or soon: the blob is being removed, and nobody sees it any more.</summary>
    Going,
}
