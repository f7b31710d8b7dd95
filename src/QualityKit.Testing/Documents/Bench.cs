using System.Collections.Immutable;
using System.Text;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents;

/// <summary>What a case works with: the store of a fresh harness, and short words for what the cases do.</summary>
internal sealed class Bench(IDocumentStoreHarness harness, IDocumentStore store, CancellationToken cancellation)
{
    private int _commands;

    public static TenantId Tenant { get; } = new("tenant-a");

    public static TenantId Other { get; } = new("tenant-b");

    public static DateTimeOffset Noon { get; } = new(2030, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public IDocumentStoreHarness Harness { get; } = harness;

    public IDocumentStore Store { get; } = store;

    public CancellationToken Cancellation { get; } = cancellation;

    public IStoreMaintenance Maintenance => Harness.MaintenanceOf(Store);

    public static DocumentKey Note(string id) => new(Schema.Notes, id);

    public static ReadOnlyMemory<byte> Body(string text) => Encoding.UTF8.GetBytes(text);

    public static IndexEntry Label(string label) => new(Schema.ByLabel, IndexValue.Of(label));

    public static IndexEntry State(string state, int minute) => new(Schema.ByState, IndexValue.Of(state), IndexValue.Of(Noon.AddMinutes(minute)));

    public static IndexEntry Size(decimal size) => new(Schema.BySize, IndexValue.Of(size));

    /// <summary>An empty batch of a command that was not used before.</summary>
    public DocumentBatch Batch(TenantId? tenant = null) =>
        DocumentBatch.For(tenant ?? Tenant, new CommandId($"command-{Interlocked.Increment(ref _commands)}"));

    /// <summary>Commits a batch that must succeed.</summary>
    public async Task<DocumentVersion> Commit(DocumentBatch batch)
    {
        CommitResult result = await Store.CommitAsync(batch, Cancellation);
        return result.Version ?? throw new ConformanceException($"{batch} was refused: {string.Join(", ", result.Conflicts)}");
    }

    /// <summary>Commits a batch that must be refused.</summary>
    public async Task<ImmutableArray<DocumentConflict>> Refused(DocumentBatch batch)
    {
        CommitResult result = await Store.CommitAsync(batch, Cancellation);
        Expect.True(!result.IsCommitted, $"{batch} was committed, though a document was not as it expected");
        return result.Conflicts;
    }

    public Task<DocumentVersion> Create(string id, string body, params ImmutableArray<IndexEntry> entries) =>
        Commit(Batch().Create(Note(id), Body(body), entries));

    public async Task<Document?> Find(DocumentKey key, TenantId? tenant = null) =>
        await Store.ReadAsync(tenant ?? Tenant, key, Cancellation);

    public async Task<string?> Read(string id, TenantId? tenant = null) =>
        await Find(Note(id), tenant) is { } document ? Encoding.UTF8.GetString(document.Body.Span) : null;

    /// <summary>The ids that a query finds, over all its pages.</summary>
    public async Task<List<string>> Ids(DocumentQuery query, TenantId? tenant = null)
    {
        var ids = new List<string>();
        await foreach (Document document in Store.QueryAllAsync(tenant ?? Tenant, query, Cancellation))
        {
            ids.Add(document.Key.Id);
        }

        return ids;
    }

    /// <summary>Several callers, all at once.</summary>
    public static Task Together(int callers, Func<int, Task> act) => Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => act(caller))));

    /// <summary>The same bench after everything was killed and opened again.</summary>
    public async Task<Bench> Restart()
    {
        await Harness.KillAsync(Cancellation);
        return new Bench(Harness, await Harness.OpenAsync(Schema.Value, Cancellation), Cancellation) { _commands = _commands };
    }

    public static DocumentQuery Labelled(params ImmutableArray<string> labels) => new()
    {
        Collection = Schema.Notes,
        Index = Schema.ByLabel,
        Equal = labels.IsEmpty ? [] : [[.. labels.Select(IndexValue.Of)]],
    };

    public static DocumentQuery InState(string state, IndexRange? range = null) => new()
    {
        Collection = Schema.Notes,
        Index = Schema.ByState,
        Equal = [[IndexValue.Of(state)]],
        Range = range,
    };
}
