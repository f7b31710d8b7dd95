using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Storage.InMemory;

namespace QualityKit.Testing.Tests.Durable;

/// <summary>The in-memory store behind a journal: what is sent is written down first, one after another, and done again in that order when the store opens.</summary>
/// <remarks>The in-memory store gives the same answers to the same batches in the same order, versions included; so refused batches may stand in the journal too.</remarks>
internal sealed class JournalDocumentStore : IDocumentStore, IStoreMaintenance, IDisposable
{
    private readonly InMemoryDocumentStore _memory;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly string _path;
    private volatile bool _isKilled;

    private JournalDocumentStore(InMemoryDocumentStore memory, string path) => (_memory, _path) = (memory, path);

    public DocumentCapabilities Capabilities => _memory.Capabilities with { Name = "journal", IsDurable = true };

    public static async Task<JournalDocumentStore> OpenAsync(StoreSchema schema, string path, JournalRules rules)
    {
        var memory = new InMemoryDocumentStore(schema);
        byte[] journal = File.Exists(path) ? await File.ReadAllBytesAsync(path) : [];
        List<JournalRecord> records = JournalRecord.ReadAll(journal, rules.TakesTornTail, out int whole);
        await File.WriteAllBytesAsync(path, journal[..whole]);
        foreach (JournalRecord record in rules.Replays(records))
        {
            await (record.Batch is { } batch ? memory.CommitAsync(batch, default).AsTask() : memory.DestroyTenantAsync(record.Tenant, default).AsTask());
        }

        return new JournalDocumentStore(memory, path);
    }

    public void Kill() => _isKilled = true;

    public void Dispose() => _turn.Dispose();

    public ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken) => Living().ReadAsync(tenant, key, cancellationToken);

    public ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken) => Living().QueryAsync(tenant, query, cancellationToken);

    public ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken) => Living().CountAsync(tenant, query, limit, cancellationToken);

    public async ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken)
    {
        CommitResult? result = null;
        await WriteDownAsync(new JournalRecord(batch.Tenant, batch), async () => result = await _memory.CommitAsync(batch, default), cancellationToken);
        return result!;
    }

    public ValueTask EnsureSchemaAsync(CancellationToken cancellationToken) => Living().EnsureSchemaAsync(cancellationToken);

    public IAsyncEnumerable<DueWork> FindDueWorkAsync(DateTimeOffset until, int limit, CancellationToken cancellationToken) => Living().FindDueWorkAsync(until, limit, cancellationToken);

    public IAsyncEnumerable<TenantId> ListTenantsAsync(CancellationToken cancellationToken) => Living().ListTenantsAsync(cancellationToken);

    public IAsyncEnumerable<CreateDocument> ExportAsync(TenantId tenant, CancellationToken cancellationToken) => Living().ExportAsync(tenant, cancellationToken);

    public async ValueTask DestroyTenantAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await WriteDownAsync(new JournalRecord(tenant, null), () => _memory.DestroyTenantAsync(tenant, default).AsTask(), cancellationToken);

    private InMemoryDocumentStore Living() => _isKilled ? throw new StorageUnavailableException("the store was killed") : _memory;

    private async Task WriteDownAsync(JournalRecord record, Func<Task> then, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await _turn.WaitAsync(cancellationToken);
        try
        {
            Living();
            await using (var journal = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read))
            {
                await journal.WriteAsync(record.ToBytes(), CancellationToken.None);
            }

            await then();
        }
        finally
        {
            _turn.Release();
        }
    }
}
