using System.Runtime.CompilerServices;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Documents;
using QualityKit.Storage.Sqlite.Engine;
using QualityKit.Storage.Sqlite.Schema;
using QualityKit.Storage.Sqlite.Transactions;

namespace QualityKit.Storage.Sqlite;

/// <summary>Documents in a SQLite file: the embedded default. Durable when a commit answers, shared by the processes of one machine.</summary>
/// <remarks>Commits come one after another and wait for their turn without holding a thread; reads wait for nobody. Put <see cref="CheckedDocumentStore"/> before it.</remarks>
public sealed class SqliteDocumentStore : IDocumentStore, IStoreMaintenance
{
    private readonly Database _database;
    private readonly StoreSchema _schema;
    private readonly CommandLog _commands;

    /// <summary>A store over a file.</summary>
    /// <param name="database">The file; it stays the caller's to dispose.</param>
    /// <param name="schema">The collections and indexes.</param>
    /// <exception cref="ArgumentException">Another store over the same <see cref="SqliteDatabase"/> has an index of the same name with other fields.</exception>
    public SqliteDocumentStore(SqliteDatabase database, StoreSchema schema)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(schema);
        (_database, _schema) = (database.Engine, schema);
        _commands = new CommandLog(_database.Settings.RemembersCommandsFor, _database.Time);
        _database.Schema.Require(schema);
        Capabilities = new() { Name = "SQLite", IsDurable = true, IsShared = true, RemembersCommandsFor = _database.Settings.RemembersCommandsFor };
    }

    /// <inheritdoc/>
    public DocumentCapabilities Capabilities { get; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The file lacks the tables, or is only for newer libraries.</exception>
    public ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _database.ReadAsync(session => Read(session, tenant, key), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The file lacks the tables, or is only for newer libraries.</exception>
    public ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _database.ReadAsync(session => QueryReader.Page(session, Table(session, query), tenant, query), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The file lacks the tables, or is only for newer libraries.</exception>
    public ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _database.ReadAsync(session => QueryReader.Count(session, Table(session, query), tenant, query, limit), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The file lacks the tables, or is only for newer libraries.</exception>
    public ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return _database.WriteAsync(session => BatchWriter.Commit(session, _database.Schema, _commands, batch), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The file is only for newer libraries, or an index has other fields there.</exception>
    public ValueTask EnsureSchemaAsync(CancellationToken cancellationToken) => _database.MakeSchemaAsync(cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<DueWork> FindDueWorkAsync(DateTimeOffset until, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<DueWork> found = await _database.ReadAsync(
            session => DueWorkReader.Find(
                session,
                _schema.Indexes.Where(index => index.ListsDueWork).Select(index => _database.Schema.Table(session, index.Collection, index.Name)),
                until,
                limit),
            cancellationToken).ConfigureAwait(false);
        foreach (DueWork work in found)
        {
            yield return work;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TenantId> ListTenantsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (string? tenant = ""; ;)
        {
            string last = tenant;
            tenant = await _database.ReadAsync(session => TenantReader.Next(session, last), cancellationToken).ConfigureAwait(false);
            if (tenant is null)
            {
                yield break;
            }

            yield return new TenantId(tenant);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CreateDocument> ExportAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (DocumentKey? last = null; ;)
        {
            DocumentKey? after = last;
            IReadOnlyList<CreateDocument> found = await _database.ReadAsync(session => TenantReader.Documents(session, tenant, after), cancellationToken).ConfigureAwait(false);
            foreach (CreateDocument document in found)
            {
                yield return document;
            }

            if (found.Count == 0)
            {
                yield break;
            }

            last = found[^1].Key;
        }
    }

    /// <summary>Removes every document of a tenant for good, and forgets its commands. It goes in steps, so that others can write in between; broken off, it is safe to call again.</summary>
    /// <inheritdoc/>
    public async ValueTask DestroyTenantAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        while (!await _database.WriteAsync(session => DestroySome(session, tenant), cancellationToken).ConfigureAwait(false))
        {
        }
    }

    private static Document? Read(Session session, TenantId tenant, DocumentKey key)
    {
        Statement row = session.Prepare(
            """
            SELECT s.bytes FROM qk_documents AS d CROSS JOIN qk_slots AS s ON s.number = d.slot
            WHERE d.tenant = ?1 AND d.collection = ?2 AND d.id = ?3
            """)
            .Bind(1, tenant.Value).Bind(2, key.Collection).Bind(3, key.Id);
        if (!row.Step())
        {
            return null;
        }

        (DocumentVersion version, byte[] body) = BodyBytes.Read(row.Span(0));
        return new Document { Key = key, Version = version, Body = body };
    }

    private bool DestroySome(Session session, TenantId tenant)
    {
        var writer = new BatchWriter(session, _database.Schema, tenant);
        IReadOnlyList<(DocumentKey Key, StoredRow Row)> rows = TenantReader.Rows(session, tenant);
        foreach ((DocumentKey key, StoredRow row) in rows)
        {
            writer.Delete(key, row);
        }

        if (rows.Count == 0)
        {
            session.Prepare("DELETE FROM qk_commands WHERE tenant = ?1").Bind(1, tenant.Value).Run();
            session.HasRemoved = true;
        }

        return rows.Count == 0;
    }

    private IndexTable Table(Session session, DocumentQuery query) => _database.Schema.Table(session, query.Collection, query.Index);
}
