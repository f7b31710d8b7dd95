using System.Data;
using Npgsql;
using NpgsqlTypes;
using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql.Commits;
using QualityKit.Storage.PostgreSql.Connections;
using QualityKit.Storage.PostgreSql.Schema;

namespace QualityKit.Storage.PostgreSql.Transfers;

/// <summary>Writes many documents of one tenant with <c>COPY</c>: all of them, or none.</summary>
internal sealed class Import(Server server, StoredSchema schema)
{
    private const int ChunkDocuments = 1000;
    private const long ChunkBytes = 16 * 1024 * 1024;

    public async ValueTask<long> WriteAsync(TenantId tenant, IAsyncEnumerable<CreateDocument> documents, CancellationToken cancellationToken)
    {
        await schema.CatalogueAsync(cancellationToken).ConfigureAwait(false);
        return await server.RunOnceAsync(
            async (connection, stop) =>
            {
                NpgsqlTransaction transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, stop).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    await connection.LockTenantAsync(schema.Name, tenant, stop).ConfigureAwait(false);
                    long written = await CopyAllAsync(connection, tenant, documents, stop).ConfigureAwait(false);
                    await transaction.CommitAsync(stop).ConfigureAwait(false);
                    return written;
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<long> CopyAllAsync(NpgsqlConnection connection, TenantId tenant, IAsyncEnumerable<CreateDocument> documents, CancellationToken cancellationToken)
    {
        Guid version = CommitVersion.New();
        long written = 0;
        var chunk = new List<CreateDocument>();
        long bytes = 0;
        await foreach (CreateDocument document in documents.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            Guard(document);
            chunk.Add(document);
            written++;
            bytes += document.Body.Length;
            if (chunk.Count == ChunkDocuments || bytes >= ChunkBytes)
            {
                await CopyAsync(connection, tenant, version, chunk, cancellationToken).ConfigureAwait(false);
                chunk.Clear();
                bytes = 0;
            }
        }

        await CopyAsync(connection, tenant, version, chunk, cancellationToken).ConfigureAwait(false);
        return written;
    }

    private async ValueTask CopyAsync(NpgsqlConnection connection, TenantId tenant, Guid version, List<CreateDocument> chunk, CancellationToken cancellationToken)
    {
        NpgsqlBinaryImporter importer = await connection.BeginBinaryImportAsync(
            $"COPY {schema.Name.Documents} (tenant, collection, id, version, body) FROM STDIN (FORMAT BINARY)", cancellationToken).ConfigureAwait(false);
        await using (importer.ConfigureAwait(false))
        {
            foreach (CreateDocument document in chunk)
            {
                await importer.StartRowAsync(cancellationToken).ConfigureAwait(false);
                await importer.WriteAsync(tenant.Value, NpgsqlDbType.Text, cancellationToken).ConfigureAwait(false);
                await importer.WriteAsync(document.Key.Collection, NpgsqlDbType.Text, cancellationToken).ConfigureAwait(false);
                await importer.WriteAsync(document.Key.Id, NpgsqlDbType.Text, cancellationToken).ConfigureAwait(false);
                await importer.WriteAsync(version, NpgsqlDbType.Uuid, cancellationToken).ConfigureAwait(false);
                await importer.WriteAsync(document.Body, NpgsqlDbType.Bytea, cancellationToken).ConfigureAwait(false);
            }

            await importer.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }

        foreach (IndexDefinition index in schema.Wanted.Indexes)
        {
            (string Id, IndexEntry Entry)[] entries =
                [.. chunk.Where(document => document.Key.Collection == index.Collection).SelectMany(document => document.Entries.Where(entry => entry.Index == index.Name).Distinct().Select(entry => (document.Key.Id, entry)))];
            if (entries.Length > 0)
            {
                await CopyAsync(connection, tenant, EntryTable.Of(index), entries, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask CopyAsync(NpgsqlConnection connection, TenantId tenant, EntryTable table, (string Id, IndexEntry Entry)[] entries, CancellationToken cancellationToken)
    {
        NpgsqlBinaryImporter importer = await connection.BeginBinaryImportAsync(
            $"COPY {schema.Name.Table(table.Name)} (tenant, {table.ColumnList()}, id) FROM STDIN (FORMAT BINARY)", cancellationToken).ConfigureAwait(false);
        await using (importer.ConfigureAwait(false))
        {
            foreach ((string id, IndexEntry entry) in entries)
            {
                await importer.StartRowAsync(cancellationToken).ConfigureAwait(false);
                await importer.WriteAsync(tenant.Value, NpgsqlDbType.Text, cancellationToken).ConfigureAwait(false);
                foreach (IndexValue value in entry.Values)
                {
                    await (value.Kind == IndexKind.Text
                        ? importer.WriteAsync(value.AsText, NpgsqlDbType.Text, cancellationToken)
                        : importer.WriteAsync(value.AsInteger, NpgsqlDbType.Bigint, cancellationToken)).ConfigureAwait(false);
                }

                await importer.WriteAsync(id, NpgsqlDbType.Text, cancellationToken).ConfigureAwait(false);
            }

            await importer.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Guard(CreateDocument document)
    {
        if (!schema.Wanted.HasCollection(document.Key.Collection))
        {
            throw new ArgumentException($"the schema has no collection `{document.Key.Collection}`");
        }

        foreach (IndexEntry entry in document.Entries)
        {
            IndexDefinition? index = schema.Wanted.Index(document.Key.Collection, entry.Index);
            if (index is null || !index.Fields.Select(field => field.Kind).SequenceEqual(entry.Values.Select(value => value.Kind)))
            {
                throw new ArgumentException($"an entry of `{document.Key}` fits no index of the schema");
            }
        }
    }
}
