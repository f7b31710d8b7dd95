using System.Text;
using Npgsql;
using NpgsqlTypes;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.PostgreSql.Schema;

/// <summary>Entries of one index as columns, the way that a statement takes many rows at once.</summary>
internal sealed class EntryRows(EntryTable table)
{
    // What the primary key of PostgreSQL can hold of one row, less what tenant and row headers take.
    private const int MostKeyBytes = 2500;

    private readonly List<IndexValue>[] _columns = [.. table.Kinds.Select(_ => new List<IndexValue>())];
    private readonly List<string> _ids = [];

    public EntryTable Table { get; } = table;

    public int Count => _ids.Count;

    public void Add(string id, IndexEntry entry)
    {
        int bytes = 0;
        for (int field = 0; field < _columns.Length; field++)
        {
            _columns[field].Add(entry.Values[field]);
            bytes += Encoding.UTF8.GetByteCount(entry.Values[field].AsText);
        }

        if (bytes > MostKeyBytes - StoreLimits.KeyBytes)
        {
            throw new ArgumentException($"the texts of one entry of `{Table.Name}` have {bytes} bytes, PostgreSQL can index {MostKeyBytes - StoreLimits.KeyBytes}");
        }

        _ids.Add(id);
    }

    /// <summary>The ids.</summary>
    public string[] Ids => [.. _ids];

    /// <summary>A parameter for every column, the id last.</summary>
    public NpgsqlParameter[] Parameters() => [.. Table.Kinds.Select((kind, field) => Column(kind, _columns[field])), Texts(Ids)];

    /// <summary>The same columns as SQL: <c>unnest($4::text[], $5::bigint[], $6::text[]) AS name(v1, v2, id)</c>.</summary>
    public static string Unnested(EntryTable table, int first, string name) =>
        $"unnest({string.Join(", ", table.Kinds.Select((kind, field) => $"${first + field}::{EntryTable.SqlType(kind)}[]"))}, ${first + table.Kinds.Length}::text[]) AS {name}({table.ColumnList()}, id)";

    private static NpgsqlParameter Column(IndexKind kind, List<IndexValue> values) => kind == IndexKind.Text
        ? Texts(values.Select(value => value.AsText).ToArray())
        : new NpgsqlParameter<long[]> { TypedValue = [.. values.Select(value => value.AsInteger)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint };

    private static NpgsqlParameter<string[]> Texts(string[] values) =>
        new() { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
