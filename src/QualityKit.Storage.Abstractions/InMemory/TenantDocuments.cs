using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.InMemory;

/// <summary>All documents of one tenant at one moment; a commit makes the next moment, readers keep the one that they have.</summary>
internal sealed class TenantDocuments
{
    private readonly ImmutableDictionary<DocumentKey, StoredDocument> _documents;
    private readonly ImmutableDictionary<(string Collection, string Index), ImmutableSortedSet<ListedDocument>> _indexes;
    private readonly ImmutableDictionary<CommandId, DocumentVersion> _commands;

    private TenantDocuments(
        ImmutableDictionary<DocumentKey, StoredDocument> documents,
        ImmutableDictionary<(string Collection, string Index), ImmutableSortedSet<ListedDocument>> indexes,
        ImmutableDictionary<CommandId, DocumentVersion> commands)
    {
        (_documents, _indexes, _commands) = (documents, indexes, commands);
    }

    public static TenantDocuments Empty { get; } = new(
        ImmutableDictionary<DocumentKey, StoredDocument>.Empty,
        ImmutableDictionary<(string Collection, string Index), ImmutableSortedSet<ListedDocument>>.Empty,
        ImmutableDictionary<CommandId, DocumentVersion>.Empty);

    public IEnumerable<StoredDocument> All => _documents.Values;

    public StoredDocument? Find(DocumentKey key) => _documents.GetValueOrDefault(key);

    /// <summary>The version that a command committed; null when it did not.</summary>
    public DocumentVersion? VersionOf(CommandId command) => _commands.TryGetValue(command, out DocumentVersion version) ? version : null;

    /// <summary>Every entry of an index, in order.</summary>
    public ImmutableSortedSet<ListedDocument> Listed(string collection, string index) =>
        _indexes.GetValueOrDefault((collection, index), []);

    /// <summary>Every document that is not as the batch expects.</summary>
    public ImmutableArray<DocumentConflict> ConflictsOf(DocumentBatch batch) =>
        [.. batch.Operations
            .Select(operation => (operation.Key, operation.Expected, Current: Find(operation.Key)?.Version))
            .Where(document => document.Expected != document.Current)
            .Select(document => new DocumentConflict { Key = document.Key, Current = document.Current })];

    /// <summary>The moment after a batch without conflicts.</summary>
    public TenantDocuments After(DocumentBatch batch, DocumentVersion version)
    {
        var documents = _documents.ToBuilder();
        var indexes = _indexes.ToBuilder();
        foreach (DocumentOperation operation in batch.Operations.Where(operation => operation.Writes))
        {
            if (Find(operation.Key) is { } old)
            {
                documents.Remove(old.Key);
                Relist(indexes, old, static (listed, entry) => listed.Remove(entry));
            }

            if (Stored(operation, version) is { } stored)
            {
                documents.Add(stored.Key, stored);
                Relist(indexes, stored, static (listed, entry) => listed.Add(entry));
            }
        }

        return new(documents.ToImmutable(), indexes.ToImmutable(), _commands.Add(batch.Command, version));
    }

    private static StoredDocument? Stored(DocumentOperation operation, DocumentVersion version) => operation switch
    {
        CreateDocument create => new(create.Key, version, create.Body.ToArray(), [.. create.Entries.Distinct()]),
        ReplaceDocument replace => new(replace.Key, version, replace.Body.ToArray(), [.. replace.Entries.Distinct()]),
        _ => null,
    };

    private static void Relist(
        ImmutableDictionary<(string Collection, string Index), ImmutableSortedSet<ListedDocument>>.Builder indexes,
        StoredDocument document,
        Func<ImmutableSortedSet<ListedDocument>, ListedDocument, ImmutableSortedSet<ListedDocument>> change)
    {
        foreach (IndexEntry entry in document.Entries)
        {
            (string, string) index = (document.Key.Collection, entry.Index);
            indexes[index] = change(indexes.GetValueOrDefault(index, []), new ListedDocument(entry.Values, document.Key.Id));
        }
    }
}
