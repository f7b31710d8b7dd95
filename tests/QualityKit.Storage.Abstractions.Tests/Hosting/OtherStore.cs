using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;

namespace QualityKit.Storage.Tests.Hosting;

/// <summary>A store of another type, as another package would bring it.</summary>
internal sealed class OtherStore(StoreSchema schema) : IDocumentStore, IStoreMaintenance
{
    private readonly InMemoryDocumentStore _store = new(schema);

    public DocumentCapabilities Capabilities => _store.Capabilities;

    public ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken) => _store.ReadAsync(tenant, key, cancellationToken);

    public ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken) => _store.QueryAsync(tenant, query, cancellationToken);

    public ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken) => _store.CountAsync(tenant, query, limit, cancellationToken);

    public ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken) => _store.CommitAsync(batch, cancellationToken);

    public ValueTask EnsureSchemaAsync(CancellationToken cancellationToken) => _store.EnsureSchemaAsync(cancellationToken);

    public IAsyncEnumerable<DueWork> FindDueWorkAsync(DateTimeOffset until, int limit, CancellationToken cancellationToken) => _store.FindDueWorkAsync(until, limit, cancellationToken);

    public IAsyncEnumerable<TenantId> ListTenantsAsync(CancellationToken cancellationToken) => _store.ListTenantsAsync(cancellationToken);

    public IAsyncEnumerable<CreateDocument> ExportAsync(TenantId tenant, CancellationToken cancellationToken) => _store.ExportAsync(tenant, cancellationToken);

    public ValueTask DestroyTenantAsync(TenantId tenant, CancellationToken cancellationToken) => _store.DestroyTenantAsync(tenant, cancellationToken);
}
