using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;
using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql.Connections;
using QualityKit.Storage.PostgreSql.Schema;

namespace QualityKit.Storage.PostgreSql.Transfers;

/// <summary>Reads everything that a tenant has, a page at a time, so that no transaction stays open while somebody stores it elsewhere.</summary>
internal sealed class Export(Server server, StoredSchema schema)
{
    private const int PageDocuments = 200;
    private const int PageBytes = 8 * 1024 * 1024;

    public async IAsyncEnumerable<CreateDocument> ReadAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = ("", "");
        while (true)
        {
            List<CreateDocument> page = await PageAsync(tenant, after, cancellationToken).ConfigureAwait(false);
            foreach (CreateDocument document in page)
            {
                yield return document;
            }

            if (page.Count == 0)
            {
                yield break;
            }

            after = (page[^1].Key.Collection, page[^1].Key.Id);
        }
    }

    private async ValueTask<List<CreateDocument>> PageAsync(TenantId tenant, (string Collection, string Id) after, CancellationToken cancellationToken)
    {
        List<CreateDocument>? page = null;
        while (page is null)
        {
            Catalogue catalogue = await schema.CatalogueAsync(cancellationToken).ConfigureAwait(false);
            page = await server.TransactAsync(
                IsolationLevel.RepeatableRead, (connection, stop) => PageAsync(connection, catalogue, (tenant, after), stop), cancellationToken).ConfigureAwait(false);
        }

        return page;
    }

    /// <summary>A page; null where the schema has changed meanwhile, so that there may be entries in tables that the catalogue does not name.</summary>
    private async ValueTask<List<CreateDocument>?> PageAsync(
        NpgsqlConnection connection, Catalogue catalogue, (TenantId Tenant, (string, string) After) from, CancellationToken cancellationToken)
    {
        if (!await schema.IsCurrentAsync(catalogue, connection, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        List<(DocumentKey Key, byte[] Body)> documents = await DocumentsAsync(connection, from.Tenant, from.After, cancellationToken).ConfigureAwait(false);
        ILookup<DocumentKey, IndexEntry> entries = await EntriesAsync(connection, catalogue, from.Tenant, documents, cancellationToken).ConfigureAwait(false);
        return documents.ConvertAll(document => new CreateDocument { Key = document.Key, Body = document.Body, Entries = [.. entries[document.Key]] });
    }

    /// <summary>A page of documents in the order of their keys, at least one, else no more than some megabytes.</summary>
    private ValueTask<List<(DocumentKey Key, byte[] Body)>> DocumentsAsync(NpgsqlConnection connection, TenantId tenant, (string Collection, string Id) after, CancellationToken cancellationToken) =>
        connection.Statement(
            $"""
            SELECT s.collection, s.id, s.body FROM (
                SELECT p.collection, p.id, p.body, sum(octet_length(p.body)) OVER (ORDER BY p.collection, p.id) - octet_length(p.body) AS before FROM (
                    SELECT d.collection, d.id, d.body FROM {schema.Name.Documents} d
                    WHERE d.tenant = $1 AND (d.collection, d.id) > ($2, $3) ORDER BY d.collection, d.id LIMIT {PageDocuments}) p) s
            WHERE s.before < {PageBytes} ORDER BY s.collection, s.id
            """,
            Statements.Value(tenant.Value),
            Statements.Value(after.Collection),
            Statements.Value(after.Id)).ListAsync(row => (new DocumentKey(row.GetString(0), row.GetString(1)), row.GetFieldValue<byte[]>(2)), cancellationToken);

    private async ValueTask<ILookup<DocumentKey, IndexEntry>> EntriesAsync(
        NpgsqlConnection connection, Catalogue catalogue, TenantId tenant, List<(DocumentKey Key, byte[] Body)> documents, CancellationToken cancellationToken)
    {
        var found = new List<(DocumentKey Key, IndexEntry Entry)>();
        foreach (IGrouping<string, DocumentKey> collection in documents.Select(document => document.Key).GroupBy(key => key.Collection))
        {
            string[] ids = [.. collection.Select(key => key.Id)];
            foreach (EntryTable table in catalogue.TablesOf(collection.Key))
            {
                found.AddRange(await connection.Statement(
                    $"SELECT e.id, {table.ColumnList("e.")} FROM {schema.Name.Table(table.Name)} e WHERE e.tenant = $1 AND e.id = ANY($2)",
                    Statements.Value(tenant.Value),
                    Statements.Value(ids)).ListAsync(
                        row => (new DocumentKey(collection.Key, row.GetString(0)), new IndexEntry(table.Index, EntryReader.Values(table, row, 1))), cancellationToken).ConfigureAwait(false));
            }
        }

        return found.ToLookup(entry => entry.Key, entry => entry.Entry);
    }
}
