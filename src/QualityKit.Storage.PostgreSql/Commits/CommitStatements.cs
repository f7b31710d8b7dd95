using Npgsql;
using NpgsqlTypes;
using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql.Connections;
using QualityKit.Storage.PostgreSql.Schema;

namespace QualityKit.Storage.PostgreSql.Commits;

/// <summary>A batch as the statements of one transaction, sent in one go: lock, look and claim the command, write, list.</summary>
/// <remarks>The transaction reads what is committed, statement by statement, so what is looked at after the locks is what the holders before left.
/// Whatever follows the claim happens only where the claim did.</remarks>
internal sealed class CommitStatements(SchemaName schema, Catalogue catalogue, DocumentBatch batch, Guid version)
{
    /// <summary>Whether the statement holds only where this commit claimed its command: <c>$1</c> tenant, <c>$2</c> command, <c>$3</c> version.</summary>
    private string IsClaimed => $"EXISTS (SELECT FROM {schema.Commands} c WHERE c.tenant = $1 AND c.command = $2 AND c.version = $3)";

    /// <summary>All statements. The second that returns rows is the claim.</summary>
    /// <param name="connection">Where they are sent.</param>
    /// <param name="forget">How old a command is that is forgotten on the way; null to forget none.</param>
    public NpgsqlBatch On(NpgsqlConnection connection, TimeSpan? forget)
    {
        var statements = new NpgsqlBatch(connection);
        statements.Add("BEGIN ISOLATION LEVEL READ COMMITTED");

        // The statements are the same whatever they are given; planned anew each time, planning would cost more than doing.
        statements.Add("SET LOCAL plan_cache_mode = force_generic_plan");
        AddLocks(statements);
        AddClaim(statements);
        AddDeletes(statements);
        AddUnlisting(statements);
        AddListing(statements);
        if (forget is { } age)
        {
            AddForgetting(statements, age);
        }

        statements.Add("COMMIT");
        return statements;
    }

    private static NpgsqlParameter Texts(IEnumerable<string> values) => Statements.Value(values.ToArray());

    private NpgsqlParameter[] Claimed(params ReadOnlySpan<NpgsqlParameter> more) =>
        [Statements.Value(batch.Tenant.Value), Statements.Value(batch.Command.Value), Statements.Value(version), .. more];

    private void AddLocks(NpgsqlBatch statements)
    {
        (long[] keys, bool[] shared) = CommitLocks.Of(batch, schema);
        statements.Add(
            "SELECT CASE WHEN l.shared THEN pg_advisory_xact_lock_shared(l.key) ELSE pg_advisory_xact_lock(l.key) END FROM unnest($1::bigint[], $2::boolean[]) AS l(key, shared)",
            Statements.Value(keys),
            Statements.Value(shared));
    }

    /// <summary>Looks at what was locked, and claims the command where all is as expected. With the claim it writes the documents, in the same statement.</summary>
    private void AddClaim(NpgsqlBatch statements)
    {
        Written[] written = [.. batch.Operations.Select(Written.By).OfType<Written>()];
        NpgsqlParameter[] looked =
        [
            Texts(batch.Operations.Select(operation => operation.Key.Collection)),
            Texts(batch.Operations.Select(operation => operation.Key.Id)),
            new NpgsqlParameter<Guid?[]> { TypedValue = [.. batch.Operations.Select(operation => Expected(operation.Expected))], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            Statements.Value(catalogue.Generation),
        ];
        statements.Add(
            $"""
            WITH before AS MATERIALIZED (SELECT c.version FROM {schema.Commands} c WHERE c.tenant = $1 AND c.command = $2),
            unfit AS MATERIALIZED (
                SELECT a.number, a.current FROM (
                    SELECT w.number, w.expected, (SELECT d.version FROM {schema.Documents} d WHERE d.tenant = $1 AND d.collection = w.collection AND d.id = w.id) AS current
                    FROM unnest($4::text[], $5::text[], $6::uuid[]) WITH ORDINALITY AS w(collection, id, expected, number)) a
                WHERE a.current IS DISTINCT FROM a.expected),
            claimed AS (
                INSERT INTO {schema.Commands} (tenant, command, version)
                SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT FROM before) AND NOT EXISTS (SELECT FROM unfit) AND (SELECT s.generation FROM {schema.State} s) = $7
                RETURNING version){(written.Length == 0 ? "" : Writing(batch))}
            SELECT 0::bigint, (SELECT b.version FROM before b), (SELECT s.generation FROM {schema.State} s)
            UNION ALL SELECT u.number, u.current, 0 FROM unfit u
            """,
            Claimed(written.Length == 0 ? looked : [.. looked, .. WrittenColumns(written)]));
    }

    // Where nothing is replaced, nothing can be there: whoever could have put it there waits for a lock of this commit.
    private string Writing(DocumentBatch asked) => $"""
        ,
        written AS (
            INSERT INTO {schema.Documents} (tenant, collection, id, version, body)
            SELECT $1, w.collection, w.id, c.version, w.body FROM claimed c CROSS JOIN unnest($8::text[], $9::text[], $10::bytea[]) AS w(collection, id, body)
            {(asked.Operations.Any(operation => operation is ReplaceDocument) ? "ON CONFLICT (tenant, collection, id) DO UPDATE SET version = excluded.version, body = excluded.body" : "")})
        """;

    private static NpgsqlParameter[] WrittenColumns(Written[] written) =>
    [
        Texts(written.Select(document => document.Key.Collection)),
        Texts(written.Select(document => document.Key.Id)),
        new NpgsqlParameter<ReadOnlyMemory<byte>[]> { TypedValue = [.. written.Select(document => document.Body)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea },
    ];

    private static Guid? Expected(DocumentVersion? version) => version is { } exactly ? CommitVersion.Stored(exactly) : null;

    private void AddDeletes(NpgsqlBatch statements)
    {
        DocumentKey[] deleted = [.. batch.Operations.OfType<DeleteDocument>().Select(operation => operation.Key)];
        if (deleted.Length > 0)
        {
            statements.Add(
                $"DELETE FROM {schema.Documents} d USING unnest($4::text[], $5::text[]) AS w(collection, id) WHERE d.tenant = $1 AND d.collection = w.collection AND d.id = w.id AND {IsClaimed}",
                Claimed(Texts(deleted.Select(key => key.Collection)), Texts(deleted.Select(key => key.Id))));
        }
    }

    /// <summary>Removes what a document is no longer listed by, from the indexes that this node does not know as well.</summary>
    private void AddUnlisting(NpgsqlBatch statements)
    {
        var changed = batch.Operations.Where(operation => operation is ReplaceDocument or DeleteDocument).ToLookup(operation => operation.Key.Collection, StringComparer.Ordinal);
        foreach (EntryTable table in changed.SelectMany(collection => catalogue.TablesOf(collection.Key)))
        {
            EntryRows kept = RowsOf(table, changed[table.Collection]);
            string isKept = string.Join(" AND ", table.Columns.Select(column => $"n.{column} = e.{column}"));
            statements.Add(
                $"""
                DELETE FROM {schema.Table(table.Name)} e WHERE e.tenant = $1 AND e.id = ANY($4) AND {IsClaimed}
                AND NOT EXISTS (SELECT FROM {EntryRows.Unnested(table, 5, "n")} WHERE n.id = e.id AND {isKept})
                """,
                Claimed([Texts(changed[table.Collection].Select(operation => operation.Key.Id)), .. kept.Parameters()]));
        }
    }

    /// <summary>Lists what is created and replaced. Entries that a replaced document keeps are there already.</summary>
    private void AddListing(NpgsqlBatch statements)
    {
        string keep = batch.Operations.Any(operation => operation is ReplaceDocument) ? "ON CONFLICT DO NOTHING" : "";
        var collections = batch.Operations.ToLookup(operation => operation.Key.Collection, StringComparer.Ordinal);
        foreach (EntryRows listed in collections.SelectMany(collection => catalogue.TablesOf(collection.Key).Select(table => RowsOf(table, collection))).Where(rows => rows.Count > 0))
        {
            statements.Add(
                $"""
                INSERT INTO {schema.Table(listed.Table.Name)} (tenant, {listed.Table.ColumnList()}, id)
                SELECT $1, {listed.Table.ColumnList("n.")}, n.id FROM {EntryRows.Unnested(listed.Table, 4, "n")} WHERE {IsClaimed}
                {keep}
                """,
                Claimed(listed.Parameters()));
        }
    }

    private void AddForgetting(NpgsqlBatch statements, TimeSpan age) => statements.Add(
        $"""
        DELETE FROM {schema.Commands} WHERE (tenant, command) IN (
            SELECT c.tenant, c.command FROM {schema.Commands} c WHERE c.at < now() - $1::interval ORDER BY c.at LIMIT 2000 FOR UPDATE SKIP LOCKED)
        """,
        Statements.Value(age));

    private static EntryRows RowsOf(EntryTable table, IEnumerable<DocumentOperation> operations)
    {
        var rows = new EntryRows(table);
        foreach (Written written in operations.Select(Written.By).OfType<Written>())
        {
            foreach (IndexEntry entry in written.Entries.Where(entry => entry.Index == table.Index).Distinct())
            {
                rows.Add(written.Key.Id, entry);
            }
        }

        return rows;
    }
}
