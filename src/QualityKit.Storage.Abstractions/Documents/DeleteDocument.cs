namespace QualityKit.Storage.Documents;

/// <summary>Removes exactly one version of a document, and its entries.</summary>
public sealed record DeleteDocument : DocumentOperation
{
    /// <summary>The version that is removed.</summary>
    public required DocumentVersion Version { get; init; }

    /// <inheritdoc/>
    public override DocumentVersion? Expected => Version;

    internal override int BodyLength => 0;
}
