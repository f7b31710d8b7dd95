using QualityKit.Storage.Documents;

namespace QualityKit.Services.Tests.Stores;

/// <summary>Counts how often a collection is read.</summary>
internal sealed class CountedStore(IDocumentStore store, string collection) : IDocumentStore
{
    private int _reads;

    public int Reads => _reads;

    public DocumentCapabilities Capabilities => store.Capabilities;

    public ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken)
    {
        Interlocked.Add(ref _reads, key.Collection == collection ? 1 : 0);
        return store.ReadAsync(tenant, key, cancellationToken);
    }

    public ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken) => store.QueryAsync(tenant, query, cancellationToken);

    public ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken) => store.CountAsync(tenant, query, limit, cancellationToken);

    public ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken) => store.CommitAsync(batch, cancellationToken);
}
