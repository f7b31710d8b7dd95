using QualityKit.Storage.Documents;

namespace QualityKit.Services.Tests.Stores;

/// <summary>A store where somebody else is quicker: before the first reading of a collection, something happens.</summary>
internal sealed class Interposed(IDocumentStore store, string collection, Func<Task> happens) : IDocumentStore
{
    private int _hasHappened;

    public DocumentCapabilities Capabilities => store.Capabilities;

    public async ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken)
    {
        if (key.Collection == collection && Interlocked.Exchange(ref _hasHappened, 1) == 0)
        {
            await happens();
        }

        return await store.ReadAsync(tenant, key, cancellationToken);
    }

    public ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken) => store.QueryAsync(tenant, query, cancellationToken);

    public ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken) => store.CountAsync(tenant, query, limit, cancellationToken);

    public ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken) => store.CommitAsync(batch, cancellationToken);
}
