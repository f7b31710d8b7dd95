using System.Collections.Immutable;

namespace QualityKit.Storage.Documents;

/// <summary>One thing that a batch asks of one document.</summary>
public abstract record DocumentOperation
{
    private protected DocumentOperation()
    {
    }

    /// <summary>Which document.</summary>
    public required DocumentKey Key { get; init; }

    /// <summary>The version that the document must have; null: it must not exist.</summary>
    public abstract DocumentVersion? Expected { get; }

    /// <summary>Whether it changes the document, or only asks.</summary>
    public bool Writes => this is not RequireDocument;

    internal abstract int BodyLength { get; }

    /// <summary>Where the document is listed after the operation.</summary>
    internal virtual ImmutableArray<IndexEntry> Listed() => [];
}
