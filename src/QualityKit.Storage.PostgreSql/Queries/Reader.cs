using System.Collections.Immutable;
using Npgsql;
using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql.Commits;
using QualityKit.Storage.PostgreSql.Connections;
using QualityKit.Storage.PostgreSql.Schema;

namespace QualityKit.Storage.PostgreSql.Queries;

/// <summary>Reads documents, pages and counts, each with one statement and so as they were at one moment.</summary>
internal sealed class Reader(Server server, Server replica, StoredSchema schema)
{
    private readonly ImmutableDictionary<(string, string), EntryTable> _tables = schema.Wanted.Indexes
        .ToImmutableDictionary(index => (index.Collection, index.Name), EntryTable.Of);

    public ValueTask<Document?> FindAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken) => schema.RunAsync(
        server,
        async (connection, stop) =>
        {
            NpgsqlCommand command = connection.Statement(
                $"SELECT version, body FROM {schema.Name.Documents} WHERE tenant = $1 AND collection = $2 AND id = $3",
                Statements.Value(tenant.Value),
                Statements.Value(key.Collection),
                Statements.Value(key.Id));
            List<Document> found = await command.ListAsync(row => Read(key, row.GetGuid(0), row.GetFieldValue<byte[]>(1)), stop).ConfigureAwait(false);
            return found.SingleOrDefault();
        },
        cancellationToken);

    public async ValueTask<DocumentPage> PageAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken)
    {
        EntryTable table = TableOf(query);
        var statement = new QueryStatement(schema.Name, table, tenant, query);
        if (statement.Page() is not { } sql)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new DocumentPage { Documents = [], End = null };
        }

        List<(Document Document, PageEnd End)> found = await schema.RunAsync(
            ServerOf(query),
            (connection, stop) => connection.Statement(sql, statement.Parameters.Values).ListAsync(
                row => (Read(new DocumentKey(query.Collection, row.GetString(2)), row.GetGuid(0), row.GetFieldValue<byte[]>(1)), new PageEnd(EntryReader.Values(table, row, 3), row.GetString(2))),
                stop),
            cancellationToken).ConfigureAwait(false);
        return new DocumentPage
        {
            Documents = [.. found.Take(query.Take).Select(listed => listed.Document)],
            End = found.Count > query.Take ? found[query.Take - 1].End : null,
        };
    }

    public async ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken)
    {
        var statement = new QueryStatement(schema.Name, TableOf(query), tenant, query with { After = null });
        string sql = statement.Count(limit);
        List<long> counts = await schema.RunAsync(
            ServerOf(query), (connection, stop) => connection.Statement(sql, statement.Parameters.Values).ListAsync(row => row.GetInt64(0), stop), cancellationToken).ConfigureAwait(false);
        return (int)counts.Single();
    }

    private static Document Read(DocumentKey key, Guid version, byte[] body) => new() { Key = key, Version = CommitVersion.Shown(version), Body = body };

    private EntryTable TableOf(DocumentQuery query) => _tables[(query.Collection, query.Index)];

    private Server ServerOf(DocumentQuery query) => query.AllowsStale ? replica : server;
}
