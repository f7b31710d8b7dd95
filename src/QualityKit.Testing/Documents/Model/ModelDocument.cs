using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Testing.Documents.Model;

/// <summary>A document as the model has it.</summary>
internal sealed record ModelDocument(DocumentKey Key, DocumentVersion Version, byte[] Body, ImmutableArray<IndexEntry> Entries);
