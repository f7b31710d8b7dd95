using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;

namespace QualityKit.Testing.Tests.Documents;

/// <summary>A right store whose maintenance door is wrong in one place.</summary>
internal sealed class SpoiledDoor(InMemoryDocumentStore right) : IDocumentStore, IStoreMaintenance
{
    public DocumentCapabilities Capabilities => right.Capabilities;

    public Func<InMemoryDocumentStore, DateTimeOffset, int, CancellationToken, IAsyncEnumerable<DueWork>> Due { get; init; } = (store, until, limit, stop) => store.FindDueWorkAsync(until, limit, stop);

    public Func<InMemoryDocumentStore, CancellationToken, IAsyncEnumerable<TenantId>> Tenants { get; init; } = (store, stop) => store.ListTenantsAsync(stop);

    public Func<InMemoryDocumentStore, TenantId, CancellationToken, IAsyncEnumerable<CreateDocument>> Export { get; init; } = (store, tenant, stop) => store.ExportAsync(tenant, stop);

    public Func<InMemoryDocumentStore, TenantId, CancellationToken, ValueTask> Destroy { get; init; } = (store, tenant, stop) => store.DestroyTenantAsync(tenant, stop);

    public ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken) => right.ReadAsync(tenant, key, cancellationToken);

    public ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken) => right.QueryAsync(tenant, query, cancellationToken);

    public ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken) => right.CountAsync(tenant, query, limit, cancellationToken);

    public ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken) => right.CommitAsync(batch, cancellationToken);

    public ValueTask EnsureSchemaAsync(CancellationToken cancellationToken) => right.EnsureSchemaAsync(cancellationToken);

    public IAsyncEnumerable<DueWork> FindDueWorkAsync(DateTimeOffset until, int limit, CancellationToken cancellationToken) => Due(right, until, limit, cancellationToken);

    public IAsyncEnumerable<TenantId> ListTenantsAsync(CancellationToken cancellationToken) => Tenants(right, cancellationToken);

    public IAsyncEnumerable<CreateDocument> ExportAsync(TenantId tenant, CancellationToken cancellationToken) => Export(right, tenant, cancellationToken);

    public ValueTask DestroyTenantAsync(TenantId tenant, CancellationToken cancellationToken) => Destroy(right, tenant, cancellationToken);
}
