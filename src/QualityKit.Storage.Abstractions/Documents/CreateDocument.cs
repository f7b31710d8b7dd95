using System.Collections.Immutable;

namespace QualityKit.Storage.Documents;

/// <summary>Makes a document that does not exist yet.</summary>
public sealed record CreateDocument : DocumentOperation
{
    /// <summary>The body, UTF-8, kept byte for byte.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Where it is listed.</summary>
    public ImmutableArray<IndexEntry> Entries { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public override DocumentVersion? Expected => null;

    internal override int BodyLength => Body.Length;

    internal override ImmutableArray<IndexEntry> Listed() => Entries;
}
