using QualityKit.Storage.Documents;

namespace QualityKit.Services.Tests.Stores;

/// <summary>A store where something happens before a batch is committed.</summary>
internal sealed class PausedStore(IDocumentStore store, Func<DocumentBatch, Task> before) : IDocumentStore
{
    public DocumentCapabilities Capabilities => store.Capabilities;

    public ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken) => store.ReadAsync(tenant, key, cancellationToken);

    public ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken) => store.QueryAsync(tenant, query, cancellationToken);

    public ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken) => store.CountAsync(tenant, query, limit, cancellationToken);

    public async ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken)
    {
        await before(batch);
        return await store.CommitAsync(batch, cancellationToken);
    }
}
