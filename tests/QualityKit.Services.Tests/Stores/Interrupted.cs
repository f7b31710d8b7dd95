using QualityKit.Storage.Documents;

namespace QualityKit.Services.Tests.Stores;

/// <summary>A store where somebody else is quicker at one moment: before its n-th call, something happens.</summary>
internal sealed class Interrupted(IDocumentStore store, int call, Func<Task> happens) : IDocumentStore
{
    private int _calls;

    public DocumentCapabilities Capabilities => store.Capabilities;

    /// <summary>Whether it was called so often.</summary>
    public bool HasHappened => _calls >= call;

    public async ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken)
    {
        await CountAsync();
        return await store.ReadAsync(tenant, key, cancellationToken);
    }

    public async ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken)
    {
        await CountAsync();
        return await store.QueryAsync(tenant, query, cancellationToken);
    }

    public async ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken)
    {
        await CountAsync();
        return await store.CountAsync(tenant, query, limit, cancellationToken);
    }

    public async ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken)
    {
        await CountAsync();
        return await store.CommitAsync(batch, cancellationToken);
    }

    private async Task CountAsync()
    {
        if (Interlocked.Increment(ref _calls) == call)
        {
            await happens();
        }
    }
}
