using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.InMemory;

/// <summary>Documents in memory, for tests and trials: everything that a real store promises but durability. Safe to share between threads.</summary>
/// <remarks>Commits of one tenant come one after another; reads never wait. Bodies are copied in and out.</remarks>
public sealed class InMemoryDocumentStore : IDocumentStore, IStoreMaintenance
{
    private readonly ConcurrentDictionary<TenantId, Tenant> _tenants = new();
    private readonly StoreSchema _schema;
    private long _commits;

    /// <summary>An empty store.</summary>
    public InMemoryDocumentStore(StoreSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
    }

    /// <inheritdoc/>
    public DocumentCapabilities Capabilities { get; } = new() { Name = "in memory", IsDurable = false, IsShared = false, RemembersCommandsFor = TimeSpan.MaxValue };

    /// <inheritdoc/>
    public ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Now(tenant).Find(key)?.ToDocument());
    }

    /// <inheritdoc/>
    public ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TenantDocuments now = Now(tenant);
        ListedDocument[] found = [.. Find(now, query).Take(query.Take + 1)];
        bool hasMore = found.Length > query.Take;
        ListedDocument[] page = hasMore ? found[..^1] : found;
        return new(new DocumentPage
        {
            Documents = [.. page.Select(listed => now.Find(new DocumentKey(query.Collection, listed.Id))!.ToDocument())],
            End = hasMore ? new PageEnd(page[^1].Values, page[^1].Id) : null,
        });
    }

    /// <inheritdoc/>
    public ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Find(Now(tenant), query with { After = null }).Take(limit).Count());
    }

    /// <inheritdoc/>
    public ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(_tenants.GetOrAdd(batch.Tenant, static _ => new Tenant()).Commit(batch, ref _commits));
    }

    /// <inheritdoc/>
    public ValueTask EnsureSchemaAsync(CancellationToken cancellationToken) => default;

    /// <inheritdoc/>
    public async IAsyncEnumerable<DueWork> FindDueWorkAsync(DateTimeOffset until, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IndexValue latest = IndexValue.Of(until);
        var work = _schema.Indexes.Where(index => index.ListsDueWork)
            .SelectMany(index => _tenants.SelectMany(tenant => tenant.Value.Now.Listed(index.Collection, index.Name).Select(listed => (Tenant: tenant.Key, listed.Values))))
            .Where(listed => listed.Values[1] <= latest)
            .GroupBy(listed => (listed.Tenant, Kind: listed.Values[0].AsText), listed => listed.Values[1].AsInteger)
            .Select(group => new DueWork { Tenant = group.Key.Tenant, Kind = group.Key.Kind, Due = DateTimeOffset.UnixEpoch.AddMicroseconds(group.Min()) })
            .OrderBy(found => found.Due)
            .ThenBy(found => found.Tenant.Value, Utf8Comparer.Instance)
            .ThenBy(found => found.Kind, Utf8Comparer.Instance)
            .Take(limit);
        foreach (DueWork found in work)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return found;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TenantId> ListTenantsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (TenantId tenant in _tenants.Where(tenant => tenant.Value.Now.All.Any()).Select(tenant => tenant.Key).OrderBy(tenant => tenant.Value, Utf8Comparer.Instance))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return tenant;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CreateDocument> ExportAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (StoredDocument document in Now(tenant).All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new CreateDocument { Key = document.Key, Body = document.Body.ToArray(), Entries = document.Entries };
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DestroyTenantAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _tenants.TryRemove(tenant, out _);
        return default;
    }

    private static IEnumerable<ListedDocument> Find(TenantDocuments now, DocumentQuery query)
    {
        ImmutableSortedSet<ListedDocument> listed = now.Listed(query.Collection, query.Index);
        IEnumerable<ListedDocument> ordered = query.IsDescending ? listed.Reverse() : listed;
        if (query.After is { } end)
        {
            var last = new ListedDocument(end.Values, end.Id);
            ordered = ordered.SkipWhile(entry => query.IsDescending ? entry.CompareTo(last) >= 0 : entry.CompareTo(last) <= 0);
        }

        return ordered.Where(entry => entry.IsFoundBy(query));
    }

    private TenantDocuments Now(TenantId tenant) => _tenants.TryGetValue(tenant, out Tenant? known) ? known.Now : TenantDocuments.Empty;

    /// <summary>One tenant: the present moment, and the lock under which the next is made.</summary>
    private sealed class Tenant
    {
        private readonly Lock _lock = new();
        private volatile TenantDocuments _now = TenantDocuments.Empty;

        public TenantDocuments Now => _now;

        public CommitResult Commit(DocumentBatch batch, ref long commits)
        {
            lock (_lock)
            {
                if (_now.VersionOf(batch.Command) is { } before)
                {
                    return CommitResult.Committed(before);
                }

                if (_now.ConflictsOf(batch) is { IsEmpty: false } conflicts)
                {
                    return CommitResult.Refused(conflicts);
                }

                var version = new DocumentVersion(Interlocked.Increment(ref commits).ToString(CultureInfo.InvariantCulture));
                _now = _now.After(batch, version);
                return CommitResult.Committed(version);
            }
        }
    }
}
