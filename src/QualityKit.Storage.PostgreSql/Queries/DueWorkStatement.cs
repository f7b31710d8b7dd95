using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql.Schema;

namespace QualityKit.Storage.PostgreSql.Queries;

/// <summary>Finds due work by jumping: the first entry of a tenant and kind is its earliest, and the next jump goes to the tenant and kind behind it.</summary>
/// <remarks>So the cost goes by how many tenants and kinds have work, not by how much work one of them has piled up.</remarks>
internal static class DueWorkStatement
{
    /// <summary>Columns: tenant, kind, due. <c>$1</c> is the latest moment, <c>$2</c> the limit. Null where no index lists work.</summary>
    public static string? Of(SchemaName schema, StoreSchema wanted)
    {
        string[] tables = [.. wanted.Indexes.Where(index => index.ListsDueWork).Select(index => schema.Table(EntryTable.Of(index).Name))];
        if (tables.Length == 0)
        {
            return null;
        }

        string parts = string.Join(",\n", tables.Select((table, number) => $"""
            heads{number} AS (
                (SELECT e.tenant, e.v1, e.v2 FROM {table} e ORDER BY e.tenant, e.v1, e.v2, e.id LIMIT 1)
                UNION ALL
                SELECT s.tenant, s.v1, s.v2 FROM heads{number} h CROSS JOIN LATERAL (
                    SELECT e.tenant, e.v1, e.v2 FROM {table} e WHERE (e.tenant, e.v1) > (h.tenant, h.v1) ORDER BY e.tenant, e.v1, e.v2, e.id LIMIT 1) s)
            """));
        string all = string.Join(" UNION ALL ", tables.Select((_, number) => $"SELECT tenant, v1, v2 FROM heads{number} WHERE v2 <= $1"));
        return $"""
            WITH RECURSIVE {parts}
            SELECT tenant, v1, min(v2) AS due FROM ({all}) found GROUP BY tenant, v1 ORDER BY due, tenant, v1 LIMIT $2
            """;
    }
}
