using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.PostgreSql.Commits;

/// <summary>A document that a batch creates or replaces.</summary>
internal sealed record Written(DocumentKey Key, ReadOnlyMemory<byte> Body, ImmutableArray<IndexEntry> Entries)
{
    /// <summary>What an operation writes; null when it writes no body.</summary>
    public static Written? By(DocumentOperation operation) => operation switch
    {
        CreateDocument create => new(create.Key, create.Body, create.Entries),
        ReplaceDocument replace => new(replace.Key, replace.Body, replace.Entries),
        _ => null,
    };
}
