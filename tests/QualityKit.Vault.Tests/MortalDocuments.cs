using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite;

namespace QualityKit.Vault.Tests;

/// <summary>SQLite behind a kill switch.</summary>
internal sealed class MortalDocuments(SqliteDocumentStore store, KillSwitch kill) : IDocumentStore, IStoreMaintenance
{
    public DocumentCapabilities Capabilities => store.Capabilities;

    public ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken)
    {
        kill.Pass();
        return store.ReadAsync(tenant, key, cancellationToken);
    }

    public ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken)
    {
        kill.Pass();
        return store.QueryAsync(tenant, query, cancellationToken);
    }

    public ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken)
    {
        kill.Pass();
        return store.CountAsync(tenant, query, limit, cancellationToken);
    }

    public ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken)
    {
        kill.Pass();
        return store.CommitAsync(batch, cancellationToken);
    }

    public ValueTask EnsureSchemaAsync(CancellationToken cancellationToken) => store.EnsureSchemaAsync(cancellationToken);

    public IAsyncEnumerable<DueWork> FindDueWorkAsync(DateTimeOffset until, int limit, CancellationToken cancellationToken) => store.FindDueWorkAsync(until, limit, cancellationToken);

    public IAsyncEnumerable<TenantId> ListTenantsAsync(CancellationToken cancellationToken) => store.ListTenantsAsync(cancellationToken);

    public IAsyncEnumerable<CreateDocument> ExportAsync(TenantId tenant, CancellationToken cancellationToken) => store.ExportAsync(tenant, cancellationToken);

    public ValueTask DestroyTenantAsync(TenantId tenant, CancellationToken cancellationToken) => store.DestroyTenantAsync(tenant, cancellationToken);
}
