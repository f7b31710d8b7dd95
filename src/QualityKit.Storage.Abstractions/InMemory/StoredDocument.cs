using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.InMemory;

/// <summary>A document in memory: a copy of its own, so that nobody else can change it.</summary>
internal sealed record StoredDocument(DocumentKey Key, DocumentVersion Version, byte[] Body, ImmutableArray<IndexEntry> Entries)
{
    public Document ToDocument() => new() { Key = Key, Version = Version, Body = Body.ToArray() };
}
