using System.Runtime.CompilerServices;
using Npgsql;
using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql.Commits;
using QualityKit.Storage.PostgreSql.Connections;
using QualityKit.Storage.PostgreSql.Queries;
using QualityKit.Storage.PostgreSql.Schema;
using QualityKit.Storage.PostgreSql.Transfers;

namespace QualityKit.Storage.PostgreSql;

/// <summary>Documents in PostgreSQL 13 or later, in a database whose encoding is UTF8. Safe to share between threads; any number of processes may use one database.</summary>
/// <remarks>A commit is one round trip, and so is a page. What a batch names is locked in one order for all before it is looked at, what it
/// only requires is locked together with others, so nothing is retried but what the server itself broke off.</remarks>
public sealed class PostgreSqlDocumentStore : IDocumentStore, IStoreMaintenance, IAsyncDisposable
{
    private readonly List<NpgsqlDataSource> _owned = [];
    private readonly Server _server;
    private readonly StoredSchema _schema;
    private readonly Committer _committer;
    private readonly Reader _reader;

    /// <summary>A store. No connection is opened before the first call.</summary>
    /// <param name="options">How to reach the database; read once.</param>
    /// <param name="schema">The collections and indexes. Those that the database has beyond them stay as they are.</param>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public PostgreSqlDocumentStore(PostgreSqlStoreOptions options, StoreSchema schema)
        : this(options, schema, MigrationPlan.Current)
    {
    }

    internal PostgreSqlDocumentStore(PostgreSqlStoreOptions options, StoreSchema schema, MigrationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(schema);
        OptionsCheck.Guard(options);
        _server = new Server(options.DataSource ?? Own(options.ConnectionString!, options.PreparedStatements));
        Server replica = options.ReplicaConnectionString is { } other ? new Server(Own(other, options.PreparedStatements)) : _server;
        _schema = new StoredSchema(_server, new SchemaName(options.Schema), plan, schema);
        _committer = new Committer(_server, _schema, options.RemembersCommandsFor);
        _reader = new Reader(_server, replica, _schema);
        Capabilities = new DocumentCapabilities { Name = "PostgreSQL", IsDurable = true, IsShared = true, RemembersCommandsFor = options.RemembersCommandsFor };
    }

    /// <inheritdoc/>
    public DocumentCapabilities Capabilities { get; }

    /// <summary>What <see cref="EnsureSchemaAsync"/> does, as SQL for a database administrator: for <c>psql</c>, safe to run again and while nodes are at work.</summary>
    /// <param name="schema">The collections and indexes.</param>
    /// <param name="name">The schema of the database, see <see cref="PostgreSqlStoreOptions.Schema"/>.</param>
    /// <exception cref="ArgumentException">The name is not a plain one.</exception>
    public static string CreateScript(StoreSchema schema, string name = "qualitykit")
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new SchemaScript(new SchemaName(name), MigrationPlan.Current, schema).Text;
    }

    /// <inheritdoc/>
    public ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken) => _reader.FindAsync(tenant, key, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken) => _reader.PageAsync(tenant, query, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken) =>
        _reader.CountAsync(tenant, query, limit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken) => _committer.CommitAsync(batch, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The schema belongs to a newer release, or an index has other fields there, or the role may not make what is missing.</exception>
    public ValueTask EnsureSchemaAsync(CancellationToken cancellationToken) => _schema.EnsureAsync(cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<DueWork> FindDueWorkAsync(DateTimeOffset until, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (DueWorkStatement.Of(_schema.Name, _schema.Wanted) is not { } sql)
        {
            yield break;
        }

        List<DueWork> found = await _schema.RunAsync(
            _server,
            (connection, stop) => connection.Statement(sql, Statements.Value(IndexValue.Of(until).AsInteger), Statements.Value(limit)).ListAsync(
                row => new DueWork { Tenant = new TenantId(row.GetString(0)), Kind = row.GetString(1), Due = DateTimeOffset.UnixEpoch.AddMicroseconds(row.GetInt64(2)) }, stop),
            cancellationToken).ConfigureAwait(false);
        foreach (DueWork work in found)
        {
            yield return work;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TenantId> ListTenantsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string sql = $"SELECT tenant FROM {_schema.Name.Documents} WHERE tenant > $1 ORDER BY tenant LIMIT 1";
        for (string last = ""; ;)
        {
            List<string> next = await _schema.RunAsync(
                _server, (connection, stop) => connection.Statement(sql, Statements.Value(last)).ListAsync(row => row.GetString(0), stop), cancellationToken).ConfigureAwait(false);
            if (next.Count == 0)
            {
                yield break;
            }

            last = next[0];
            yield return new TenantId(last);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<CreateDocument> ExportAsync(TenantId tenant, CancellationToken cancellationToken) => new Export(_server, _schema).ReadAsync(tenant, cancellationToken);

    /// <summary>Writes what an export gave, in one transaction and with one version, many times faster than by commits. Commits of the tenant wait until it is over.</summary>
    /// <param name="tenant">Whose documents they become.</param>
    /// <param name="documents">Documents that the tenant does not have; read once.</param>
    /// <param name="cancellationToken">Stops the work; then nothing was written.</param>
    /// <returns>How many were written.</returns>
    /// <exception cref="ArgumentException">A collection is unknown, or an entry does not fit its index.</exception>
    /// <exception cref="InvalidOperationException">The tenant has one of the documents already; nothing was written.</exception>
    /// <exception cref="Errors.StorageUnavailableException">Storage broke off. Whether everything was written or nothing, a read tells.</exception>
    public ValueTask<long> ImportAsync(TenantId tenant, IAsyncEnumerable<CreateDocument> documents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return new Import(_server, _schema).WriteAsync(tenant, documents, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DestroyTenantAsync(TenantId tenant, CancellationToken cancellationToken) => new TenantRemoval(_server, _schema).RemoveAsync(tenant, cancellationToken);

    /// <summary>Closes the connections, except those of a source that the host made.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (NpgsqlDataSource source in _owned)
        {
            await source.DisposeAsync().ConfigureAwait(false);
        }
    }

    private NpgsqlDataSource Own(string connectionString, int prepared)
    {
        NpgsqlDataSource source = Sources.Open(connectionString, prepared);
        _owned.Add(source);
        return source;
    }
}
