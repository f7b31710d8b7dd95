using QualityKit.Storage.Documents;

namespace QualityKit.Testing.Faults;

/// <summary>A document store some of whose calls go wrong, with <see cref="Storage.Errors.StorageUnavailableException"/>.</summary>
public sealed class FaultyDocumentStore : IDocumentStore
{
    private readonly IDocumentStore _store;
    private readonly FaultSchedule _faults;

    /// <summary>Stands before a store.</summary>
    public FaultyDocumentStore(IDocumentStore store, FaultSchedule faults)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(faults);
        (_store, _faults) = (store, faults);
    }

    /// <inheritdoc/>
    public DocumentCapabilities Capabilities => _store.Capabilities;

    /// <inheritdoc/>
    public ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken) =>
        _faults.CallAsync(nameof(ReadAsync), () => _store.ReadAsync(tenant, key, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken) =>
        _faults.CallAsync(nameof(QueryAsync), () => _store.QueryAsync(tenant, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken) =>
        _faults.CallAsync(nameof(CountAsync), () => _store.CountAsync(tenant, query, limit, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken) =>
        _faults.CallAsync(nameof(CommitAsync), () => _store.CommitAsync(batch, cancellationToken), cancellationToken);
}
