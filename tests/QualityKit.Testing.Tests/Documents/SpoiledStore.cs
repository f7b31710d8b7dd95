using QualityKit.Storage.Documents;

namespace QualityKit.Testing.Tests.Documents;

/// <summary>A right store that is wrong in one place.</summary>
internal sealed class SpoiledStore(IDocumentStore right) : IDocumentStore
{
    public DocumentCapabilities Capabilities => right.Capabilities;

    public Func<IDocumentStore, TenantId, DocumentKey, CancellationToken, ValueTask<Document?>> Read { get; init; } = (store, tenant, key, stop) => store.ReadAsync(tenant, key, stop);

    public Func<IDocumentStore, TenantId, DocumentQuery, CancellationToken, ValueTask<DocumentPage>> Query { get; init; } = (store, tenant, query, stop) => store.QueryAsync(tenant, query, stop);

    public Func<IDocumentStore, TenantId, DocumentQuery, int, CancellationToken, ValueTask<int>> Count { get; init; } = (store, tenant, query, limit, stop) => store.CountAsync(tenant, query, limit, stop);

    public Func<IDocumentStore, DocumentBatch, CancellationToken, ValueTask<CommitResult>> Commit { get; init; } = (store, batch, stop) => store.CommitAsync(batch, stop);

    public ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken) => Read(right, tenant, key, cancellationToken);

    public ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken) => Query(right, tenant, query, cancellationToken);

    public ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken) => Count(right, tenant, query, limit, cancellationToken);

    public ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken) => Commit(right, batch, cancellationToken);
}
