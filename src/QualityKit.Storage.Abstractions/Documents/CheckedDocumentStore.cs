using System.Collections.Immutable;

namespace QualityKit.Storage.Documents;

/// <summary>A store that sees only what fits its schema and its capabilities: a caller's mistake ends here, so that providers need not look for it.</summary>
public sealed class CheckedDocumentStore : IDocumentStore
{
    private const int MostCounted = 1_000_000;

    private readonly IDocumentStore _store;
    private readonly StoreSchema _schema;

    /// <summary>Stands before a store.</summary>
    public CheckedDocumentStore(IDocumentStore store, StoreSchema schema)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(schema);
        (_store, _schema) = (store, schema);
    }

    /// <inheritdoc/>
    public DocumentCapabilities Capabilities => _store.Capabilities;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The tenant or the collection is not one.</exception>
    public ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken)
    {
        Guard(tenant);
        ArgumentNullException.ThrowIfNull(key);
        GuardCollection(key.Collection, nameof(key));
        return _store.ReadAsync(tenant, key, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">No index serves the query, or a part of it is outside its range.</exception>
    public ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken)
    {
        Guard(tenant);
        Guard(query);
        return _store.QueryAsync(tenant, query, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">No index serves the query, or a part of it is outside its range.</exception>
    public ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken)
    {
        Guard(tenant);
        Guard(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostCounted);
        return _store.CountAsync(tenant, query, limit, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The batch asks nothing, a collection is unknown, an entry does not fit its index, or a body is larger than the store takes.</exception>
    public ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Operations.IsEmpty)
        {
            throw new ArgumentException("the batch asks nothing", nameof(batch));
        }

        foreach (DocumentOperation operation in batch.Operations)
        {
            GuardCollection(operation.Key.Collection, nameof(batch));
            GuardBody(operation);
            GuardEntries(operation.Key, operation.Listed());
        }

        return _store.CommitAsync(batch, cancellationToken);
    }

    private static void Guard(TenantId tenant) => StoreText.Guard(tenant.Value, StoreLimits.IdBytes, nameof(tenant));

    private void GuardCollection(string collection, string parameter)
    {
        if (!_schema.HasCollection(collection))
        {
            throw new ArgumentException($"the schema has no collection `{collection}`", parameter);
        }
    }

    private void GuardBody(DocumentOperation operation)
    {
        if (operation.BodyLength > Capabilities.LargestBody)
        {
            throw new ArgumentException($"the body of `{operation.Key}` has {operation.BodyLength} bytes, {Capabilities.Name} takes {Capabilities.LargestBody}");
        }
    }

    private void GuardEntries(DocumentKey key, ImmutableArray<IndexEntry> entries)
    {
        if (entries.Length > StoreLimits.IndexEntries)
        {
            throw new ArgumentException($"`{key}` has {entries.Length} index entries, at most {StoreLimits.IndexEntries} are allowed");
        }

        foreach (IndexEntry entry in entries)
        {
            ArgumentNullException.ThrowIfNull(entry, nameof(entries));
            IndexDefinition index = _schema.Index(key.Collection, entry.Index)
                ?? throw new ArgumentException($"the schema has no index `{entry.Index}` of `{key.Collection}`");
            if (!index.Takes(entry.Values))
            {
                throw new ArgumentException($"an entry of `{key}` does not have the fields of the index `{index}`");
            }

            if (entry.TextBytes > StoreLimits.IndexEntryBytes)
            {
                throw new ArgumentException($"an entry of `{key}` has {entry.TextBytes} bytes of text in the index `{index}`, at most {StoreLimits.IndexEntryBytes} are allowed");
            }
        }
    }

    private void Guard(DocumentQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        IndexDefinition index = _schema.Index(query.Collection, query.Index)
            ?? throw new ArgumentException($"no index `{query.Index}` of `{query.Collection}` serves the query", nameof(query));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.Take, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Take, StoreLimits.PageSize, nameof(query));
        bool hasValues = query.Equal.All(values => !values.IsDefaultOrEmpty && values.Length <= StoreLimits.QueryValues);
        if (!hasValues || !index.Serves(query))
        {
            throw new ArgumentException($"the index `{index}` does not serve the query: it equals 1 to {StoreLimits.QueryValues} values of each leading field, then one range, of the kinds that the fields have", nameof(query));
        }
    }
}
