using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.Sqlite.Schema;

/// <summary>The table of one index: its primary key is tenant, values, id, in that order, so that a page of a query is one walk along it. Beside them it has the slot of the body, so that each document of a page is one look-up.</summary>
internal sealed class IndexTable
{
    private readonly IndexDefinition _index;

    public IndexTable(IndexDefinition index)
    {
        _index = index;
        Name = $"\"qk_index.{index.Collection}.{index.Name}\"";
        Columns = [.. index.Fields.Select(field => $"\"f_{field.Name}\"")];
        string all = string.Join(", ", Columns);
        string matches = string.Concat(Columns.Select((column, field) => $" AND {column} = ?{field + 3}"));
        string parameters = string.Concat(Columns.Select((_, field) => $", ?{field + 4}"));
        Insert = $"INSERT INTO {Name} (tenant, id, slot, {all}) VALUES (?1, ?2, ?3{parameters}) ON CONFLICT DO UPDATE SET slot = excluded.slot";
        Delete = $"DELETE FROM {Name} WHERE tenant = ?1 AND id = ?2{matches}";
        Create =
            $"""
            CREATE TABLE {Name} (
                tenant TEXT NOT NULL,
                {string.Concat(Columns.Select((column, field) => $"{column} {(Fields[field].Kind == IndexKind.Text ? "TEXT" : "INTEGER")} NOT NULL,\n    "))}id TEXT NOT NULL,
                slot INTEGER NOT NULL,
                PRIMARY KEY (tenant, {all}, id)
            ) STRICT, WITHOUT ROWID;
            """;
        FieldList = string.Join(',', index.Fields.Select(field => $"{field.Name}:{KindName(field.Kind)}"));
    }

    /// <summary>The name as SQL.</summary>
    public string Name { get; }

    /// <summary>A column for each field, as SQL.</summary>
    public ImmutableArray<string> Columns { get; }

    public ImmutableArray<IndexField> Fields => _index.Fields;

    /// <summary>Takes tenant, id, slot of the body, values. An entry that is there gets the slot.</summary>
    public string Insert { get; }

    /// <summary>Takes tenant, id, values.</summary>
    public string Delete { get; }

    /// <summary>Names and kinds of the fields, as <c>qk_indexes</c> keeps them.</summary>
    public string FieldList { get; }

    public string Create { get; }

    /// <summary>An index as <c>qk_indexes</c> describes it: another node may know more indexes than this one.</summary>
    public static IndexTable Parse(string collection, string name, string fieldList) => new(new IndexDefinition(
        collection,
        name,
        [.. fieldList.Split(',').Select(field => field.Split(':')).Select(parts => new IndexField { Name = parts[0], Kind = KindOf(parts[1]) })]));

    private static string KindName(IndexKind kind) => kind switch
    {
        IndexKind.Number => "number",
        IndexKind.Instant => "instant",
        _ => "text",
    };

    private static IndexKind KindOf(string name) => name switch
    {
        "number" => IndexKind.Number,
        "instant" => IndexKind.Instant,
        _ => IndexKind.Text,
    };
}
