using System.Collections.Immutable;
using System.Data.Common;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.PostgreSql.Schema;

/// <summary>Reads the values of an entry from the columns of its table.</summary>
internal static class EntryReader
{
    public static ImmutableArray<IndexValue> Values(EntryTable table, DbDataReader row, int first) =>
        [.. table.Kinds.Select((kind, number) => kind == IndexKind.Text
            ? IndexValue.Of(row.GetString(first + number))
            : IndexValue.FromInteger(kind, row.GetInt64(first + number)))];
}
