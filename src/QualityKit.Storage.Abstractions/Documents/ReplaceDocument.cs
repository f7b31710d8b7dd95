using System.Collections.Immutable;

namespace QualityKit.Storage.Documents;

/// <summary>Puts another body and other entries in the place of exactly one version.</summary>
public sealed record ReplaceDocument : DocumentOperation
{
    /// <summary>The version that is replaced.</summary>
    public required DocumentVersion Version { get; init; }

    /// <summary>The new body, UTF-8, kept byte for byte.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Where it is listed from now on; earlier entries go.</summary>
    public ImmutableArray<IndexEntry> Entries { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public override DocumentVersion? Expected => Version;

    internal override int BodyLength => Body.Length;

    internal override ImmutableArray<IndexEntry> Listed() => Entries;
}
