using System.Diagnostics;
using QualityKit.Storage.Documents;

namespace QualityKit.ServiceBenchmark;

/// <summary>A store that adds up how long its commits took.</summary>
internal sealed class TimedStore<TStore>(TStore store) : IDocumentStore, IStoreMaintenance
    where TStore : IDocumentStore, IStoreMaintenance
{
    public DocumentCapabilities Capabilities => store.Capabilities;

    public TimeSpan Commits { get; private set; }

    public ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken) => store.ReadAsync(tenant, key, cancellationToken);

    public ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken) => store.QueryAsync(tenant, query, cancellationToken);

    public ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken) => store.CountAsync(tenant, query, limit, cancellationToken);

    public async ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        CommitResult result = await store.CommitAsync(batch, cancellationToken);
        Commits += Stopwatch.GetElapsedTime(start);
        return result;
    }

    public ValueTask EnsureSchemaAsync(CancellationToken cancellationToken) => store.EnsureSchemaAsync(cancellationToken);

    public IAsyncEnumerable<DueWork> FindDueWorkAsync(DateTimeOffset until, int limit, CancellationToken cancellationToken) => store.FindDueWorkAsync(until, limit, cancellationToken);

    public IAsyncEnumerable<TenantId> ListTenantsAsync(CancellationToken cancellationToken) => store.ListTenantsAsync(cancellationToken);

    public IAsyncEnumerable<CreateDocument> ExportAsync(TenantId tenant, CancellationToken cancellationToken) => store.ExportAsync(tenant, cancellationToken);

    public ValueTask DestroyTenantAsync(TenantId tenant, CancellationToken cancellationToken) => store.DestroyTenantAsync(tenant, cancellationToken);
}
