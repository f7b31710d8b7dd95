namespace QualityKit.Storage.Documents;

/// <summary>Asks that a document still has a version, or still does not exist, when the batch commits. It writes nothing; any number of batches may require one document at once.</summary>
public sealed record RequireDocument : DocumentOperation
{
    /// <summary>The version that it must have; null: it must not exist.</summary>
    public required DocumentVersion? Version { get; init; }

    /// <inheritdoc/>
    public override DocumentVersion? Expected => Version;

    internal override int BodyLength => 0;
}
