using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.PostgreSql.Schema;

/// <summary>The table of one index: a row an entry, whose primary key is the order of the index.</summary>
internal sealed class EntryTable
{
    // PostgreSQL cuts names off behind 63 bytes.
    private const int NameLength = 63;
    private const int DigestLength = 8;

    public EntryTable(string collection, string index, ImmutableArray<IndexKind> kinds)
    {
        (Collection, Index, Kinds) = (collection, index, kinds);
        string whole = $"{collection}.{index}";
        Name = whole.Length <= NameLength
            ? whole
            : $"{whole[..(NameLength - DigestLength - 1)]}~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..DigestLength]}";
    }

    public string Collection { get; }

    public string Index { get; }

    public ImmutableArray<IndexKind> Kinds { get; }

    /// <summary>The name of the table. The point, which no name of an index has, keeps it apart from the store's own tables.</summary>
    public string Name { get; }

    /// <summary>The columns of the values, <c>v1</c> and so on.</summary>
    public IEnumerable<string> Columns => Kinds.Select((_, number) => Column(number));

    public static EntryTable Of(IndexDefinition index) => new(index.Collection, index.Name, [.. index.Fields.Select(field => field.Kind)]);

    public static string Column(int field) => $"v{field + 1}";

    /// <summary>The type of a column. Texts are compared byte by byte, whatever the database's language is.</summary>
    public static string SqlType(IndexKind kind) => kind == IndexKind.Text ? "text" : "bigint";

    /// <summary>The columns with a prefix, as a list: <c>e.v1, e.v2</c>.</summary>
    public string ColumnList(string prefix = "") => string.Join(", ", Columns.Select(column => prefix + column));
}
