using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using QualityKit.Storage.Documents;

namespace CustomStorage;

/// <summary>Documents in one journal file that one process owns: each commit is a line, on the disk before it is answered. All documents are in memory too, so it is right for thousands of them, not for millions.</summary>
public sealed class JournalStore : IDocumentStore, IStoreMaintenance, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(TenantId Tenant, DocumentKey Key), (DocumentVersion Version, CreateDocument Content)> _documents = [];
    private readonly Dictionary<(TenantId Tenant, CommandId Command), DocumentVersion> _commands = [];
    private readonly StoreSchema _schema;
    private readonly Journal _journal;
    private long _lastVersion;

    public JournalStore(string path, StoreSchema schema)
    {
        (_schema, _journal) = (schema, new Journal(path));
        foreach (JournalEntry entry in _journal.Read())
        {
            Apply(entry);
        }
    }

    public DocumentCapabilities Capabilities { get; } = new() { Name = "journal", IsDurable = true, IsShared = false, RemembersCommandsFor = TimeSpan.MaxValue };

    public ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken) =>
        Locked(() => _documents.TryGetValue((tenant, key), out var found) ? Copy(found.Version, found.Content) : null, cancellationToken);

    public ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken) => Locked(() =>
    {
        Found[] found = [.. Find(tenant, query).Take(query.Take + 1)];
        Found[] page = found[..Math.Min(found.Length, query.Take)];
        return new DocumentPage
        {
            Documents = [.. page.Select(one => Copy(one.Version, one.Content))],
            End = found.Length > query.Take ? new PageEnd(page[^1].Values, page[^1].Content.Key.Id) : null,
        };
    }, cancellationToken);

    public ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken) =>
        Locked(() => Find(tenant, query with { After = null }).Take(limit).Count(), cancellationToken);

    public ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken) => Locked(() =>
    {
        if (_commands.TryGetValue((batch.Tenant, batch.Command), out DocumentVersion before))
        {
            return CommitResult.Committed(before);
        }

        ImmutableArray<DocumentConflict> conflicts =
        [
            .. batch.Operations.Select(operation => (operation.Key, operation.Expected, Current: VersionOf(batch.Tenant, operation.Key)))
                .Where(document => document.Expected != document.Current)
                .Select(document => new DocumentConflict { Key = document.Key, Current = document.Current }),
        ];
        if (!conflicts.IsEmpty)
        {
            return CommitResult.Refused(conflicts);
        }

        var entry = new JournalEntry(
            batch.Tenant.Value, batch.Command.Value, _lastVersion + 1, [.. batch.Operations.Where(operation => operation.Writes).Select(JournalEntry.ChangeOf)]);
        _journal.Append(entry);
        return CommitResult.Committed(Apply(entry));
    }, cancellationToken);

    public ValueTask EnsureSchemaAsync(CancellationToken cancellationToken) => default;

    public async IAsyncEnumerable<DueWork> FindDueWorkAsync(DateTimeOffset until, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DueWork[] work = await Locked(() => _documents
            .SelectMany(document => document.Value.Content.Entries
                .Where(entry => _schema.Index(document.Key.Key.Collection, entry.Index)!.ListsDueWork && entry.Values[1] <= IndexValue.Of(until))
                .Select(entry => (document.Key.Tenant, Kind: entry.Values[0].AsText, Due: entry.Values[1].AsInteger)))
            .GroupBy(entry => (entry.Tenant, entry.Kind), entry => entry.Due)
            .Select(group => new DueWork { Tenant = group.Key.Tenant, Kind = group.Key.Kind, Due = DateTimeOffset.UnixEpoch.AddMicroseconds(group.Min()) })
            .OrderBy(found => found.Due).ThenBy(found => IndexValue.Of(found.Tenant.Value)).ThenBy(found => IndexValue.Of(found.Kind))
            .Take(limit)
            .ToArray(), cancellationToken);
        foreach (DueWork found in work)
        {
            yield return found;
        }
    }

    public async IAsyncEnumerable<TenantId> ListTenantsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (TenantId tenant in await Locked(() => _documents.Keys.Select(document => document.Tenant).Distinct().OrderBy(tenant => IndexValue.Of(tenant.Value)).ToArray(), cancellationToken))
        {
            yield return tenant;
        }
    }

    public async IAsyncEnumerable<CreateDocument> ExportAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (CreateDocument document in await Locked(() => _documents.Where(document => document.Key.Tenant == tenant).Select(document => document.Value.Content).ToArray(), cancellationToken))
        {
            yield return document with { Body = document.Body.ToArray() };
        }
    }

    public async ValueTask DestroyTenantAsync(TenantId tenant, CancellationToken cancellationToken) => await Locked(() =>
    {
        JournalEntry.Change[] gone = [.. _documents.Keys.Where(document => document.Tenant == tenant).Select(document => new JournalEntry.Change(document.Key.Collection, document.Key.Id, null, []))];
        var entry = new JournalEntry(tenant.Value, null, _lastVersion + 1, gone);
        _journal.Append(entry);
        return Apply(entry);
    }, cancellationToken);

    public void Dispose() => _journal.Dispose();

    /// <summary>Makes in memory what a line says: the same when it was just written as when it is read again.</summary>
    private DocumentVersion Apply(JournalEntry entry)
    {
        _lastVersion = entry.Version;
        var version = new DocumentVersion(entry.Version.ToString(CultureInfo.InvariantCulture));
        var tenant = new TenantId(entry.Tenant);
        foreach (JournalEntry.Change change in entry.Changes)
        {
            var key = new DocumentKey(change.Collection, change.Id);
            _documents.Remove((tenant, key));
            if (change.Body is not null)
            {
                _documents.Add((tenant, key), (version, new CreateDocument { Key = key, Body = change.Body, Entries = [.. change.Listings.Select(listing => listing.ToEntry())] }));
            }
        }

        if (entry.Command is not null)
        {
            _commands.Add((tenant, new CommandId(entry.Command)), version);
            return version;
        }

        // A line without a command is the end of a tenant.
        foreach ((TenantId Tenant, CommandId) known in _commands.Keys.Where(known => known.Tenant == tenant).ToArray())
        {
            _commands.Remove(known);
        }

        return version;
    }

    /// <summary>What a query finds, in order: the values field by field, then the id.</summary>
    private IEnumerable<Found> Find(TenantId tenant, DocumentQuery query)
    {
        Found[] found =
        [
            .. _documents.Where(document => document.Key.Tenant == tenant && document.Key.Key.Collection == query.Collection)
                .SelectMany(document => document.Value.Content.Entries
                    .Where(entry => entry.Index == query.Index && IsFound(entry, query))
                    .Select(entry => new Found(entry.Values, document.Value.Version, document.Value.Content)))
                .Order(),
        ];
        IEnumerable<Found> ordered = query.IsDescending ? found.Reverse() : found;
        return query.After is not { } end ? ordered
            : query.IsDescending ? ordered.SkipWhile(one => one.CompareTo(end.Values, end.Id) >= 0)
            : ordered.SkipWhile(one => one.CompareTo(end.Values, end.Id) <= 0);
    }

    private static bool IsFound(IndexEntry entry, DocumentQuery query) =>
        !query.Equal.Where((wanted, field) => !wanted.Contains(entry.Values[field])).Any()
        && query.Range?.Contains(entry.Values[query.Equal.Length]) != false;

    private DocumentVersion? VersionOf(TenantId tenant, DocumentKey key) => _documents.TryGetValue((tenant, key), out var found) ? found.Version : null;

    private static Document Copy(DocumentVersion version, CreateDocument content) => new() { Key = content.Key, Version = version, Body = content.Body.ToArray() };

    private ValueTask<T> Locked<T>(Func<T> act, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return new(act());
        }
    }

    /// <summary>One entry of an index that a query found.</summary>
    private sealed record Found(ImmutableArray<IndexValue> Values, DocumentVersion Version, CreateDocument Content) : IComparable<Found>
    {
        public int CompareTo(Found? other) => CompareTo(other!.Values, other.Content.Key.Id);

        public int CompareTo(ImmutableArray<IndexValue> values, string id) =>
            Values.Zip(values, (mine, others) => mine.CompareTo(others)).FirstOrDefault(order => order != 0) is var order and not 0
                ? order
                : IndexValue.Of(Content.Key.Id).CompareTo(IndexValue.Of(id));
    }
}
