using QualityKit.Storage.Documents;
using QualityKit.Testing.Faults;

namespace QualityKit.Tests.Services;

/// <summary>A store that several hosts share, and some of whose calls go wrong.</summary>
internal sealed class FaultyStore<TStore>(TStore store, FaultSchedule faults) : IDocumentStore, IStoreMaintenance
    where TStore : IDocumentStore, IStoreMaintenance
{
    private readonly FaultyDocumentStore _store = new(store, faults);
    private readonly FaultyStoreMaintenance _door = new(store, faults);

    public DocumentCapabilities Capabilities => _store.Capabilities;

    public ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken) => _store.ReadAsync(tenant, key, cancellationToken);

    public ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken) => _store.QueryAsync(tenant, query, cancellationToken);

    public ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken) => _store.CountAsync(tenant, query, limit, cancellationToken);

    public ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken) => _store.CommitAsync(batch, cancellationToken);

    public ValueTask EnsureSchemaAsync(CancellationToken cancellationToken) => _door.EnsureSchemaAsync(cancellationToken);

    public IAsyncEnumerable<DueWork> FindDueWorkAsync(DateTimeOffset until, int limit, CancellationToken cancellationToken) => _door.FindDueWorkAsync(until, limit, cancellationToken);

    public IAsyncEnumerable<TenantId> ListTenantsAsync(CancellationToken cancellationToken) => _door.ListTenantsAsync(cancellationToken);

    public IAsyncEnumerable<CreateDocument> ExportAsync(TenantId tenant, CancellationToken cancellationToken) => _door.ExportAsync(tenant, cancellationToken);

    public ValueTask DestroyTenantAsync(TenantId tenant, CancellationToken cancellationToken) => _door.DestroyTenantAsync(tenant, cancellationToken);
}
