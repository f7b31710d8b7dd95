using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.PostgreSql.Schema;

/// <summary>The statements that bring a database to what this version of the library needs. Run again, they change nothing.</summary>
/// <remarks>What the store runs itself and what a database administrator gets is the same text, so whoever runs it, the result is one.</remarks>
internal sealed class SchemaScript(SchemaName schema, MigrationPlan plan, StoreSchema wanted)
{
    /// <summary>Made of letters that no name can have, so nothing inside ends the quotation.</summary>
    private const string Quote = "$qualitykit$";

    /// <summary>The statements, in order. They belong in one transaction.</summary>
    public ImmutableArray<string> Statements =>
    [
        .. Preamble(),
        .. plan.Steps.Select(Step),
        .. wanted.Indexes.Select(EntryTableOf),
        .. wanted.Views.Select(view => ViewStatement.Of(schema, view, wanted.Index(view.Collection, view.Index)!)).Select(Block),
    ];

    /// <summary>All of it as a file for <c>psql</c>.</summary>
    public string Text
    {
        get
        {
            string body = string.Join("\n\n", Statements.Select(statement => statement.EndsWith(';') ? statement : statement + ";"));
            return $"""
                -- The document store of QualityKit in the schema "{schema.Value}", up to migration {plan.Last}.
                -- Safe to run again, and while older nodes are at work.
                BEGIN;

                {body}

                COMMIT;

                """;
        }
    }

    private IEnumerable<string> Preamble() =>
    [
        string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({AdvisoryKey.OfMigration(schema)})"),
        Block("IF getdatabaseencoding() <> 'UTF8' THEN RAISE EXCEPTION 'the encoding of the database is %, not UTF8', getdatabaseencoding(); END IF;"),
        Block($"IF to_regnamespace('{schema.Value}') IS NULL THEN CREATE SCHEMA {schema.Quoted}; END IF;"),
        $"""
        CREATE TABLE IF NOT EXISTS {schema.Migrations} (
            number integer PRIMARY KEY,
            name text NOT NULL,
            release text NOT NULL,
            oldest integer NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now()
        )
        """,
        Block($"IF EXISTS (SELECT FROM {schema.Migrations} WHERE oldest > {plan.Last}) THEN RAISE EXCEPTION 'the schema belongs to a newer release of QualityKit'; END IF;"),
    ];

    private string Step(Migration step) => Block($"""
        IF NOT EXISTS (SELECT FROM {schema.Migrations} WHERE number = {step.Number}) THEN
        {step.Sql(schema)}
        INSERT INTO {schema.Migrations} (number, name, release, oldest) VALUES ({step.Number}, '{step.Name.Replace("'", "''", StringComparison.Ordinal)}', '{step.Release}', {step.Oldest});
        UPDATE {schema.State} SET generation = generation + 1;
        END IF;
        """);

    private string EntryTableOf(IndexDefinition index)
    {
        var table = EntryTable.Of(index);
        string columns = string.Concat(index.Fields.Select((field, number) => $"    {EntryTable.Column(number)} {Typed(field.Kind)} NOT NULL,\n"));
        string comments = string.Concat(index.Fields.Select((field, number) => $"COMMENT ON COLUMN {schema.Table(table.Name)}.{EntryTable.Column(number)} IS '{field.Name}, {Said(field.Kind)}';\n"));
        return Block($"""
            IF NOT EXISTS (SELECT FROM {schema.Indexes} WHERE collection = '{index.Collection}' AND name = '{index.Name}') THEN
            CREATE TABLE {schema.Table(table.Name)} (
                tenant text COLLATE "C" NOT NULL,
            {columns}    id text COLLATE "C" NOT NULL,
                PRIMARY KEY (tenant, {table.ColumnList()}, id)
            );
            CREATE INDEX ON {schema.Table(table.Name)} (tenant, id);
            {comments}INSERT INTO {schema.Indexes} (collection, name, kinds) VALUES ('{index.Collection}', '{index.Name}', {KindsOf(table)});
            UPDATE {schema.State} SET generation = generation + 1;
            END IF;
            """);
    }

    private static string KindsOf(EntryTable table) => $"ARRAY[{string.Join(", ", table.Kinds.Select(kind => ((short)kind).ToString(CultureInfo.InvariantCulture)))}]::smallint[]";

    private static string Typed(IndexKind kind) => kind == IndexKind.Text ? "text COLLATE \"C\"" : EntryTable.SqlType(kind);

    private static string Said(IndexKind kind) => kind switch
    {
        IndexKind.Number => "times 1,000,000",
        IndexKind.Instant => "in microseconds since 1970",
        _ => "by its bytes",
    };

    private static string Block(string body) => $"DO {Quote}\nBEGIN\n{body}\nEND\n{Quote}";
}
