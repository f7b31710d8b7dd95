using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Engine;
using QualityKit.Storage.Sqlite.Schema;

namespace QualityKit.Storage.Sqlite.Documents;

/// <summary>Finds who has due work with one look at the index for each tenant and kind, so that a tenant with a million pieces costs no more than one with a single piece.</summary>
internal static class DueWorkReader
{
    public static IReadOnlyList<DueWork> Find(Session session, IEnumerable<IndexTable> indexes, DateTimeOffset until, int limit)
    {
        var earliest = new Dictionary<(string Tenant, string Kind), long>();
        foreach (IndexTable index in indexes)
        {
            foreach ((string tenant, string kind, long due) in FirstOfEach(session, index).Where(first => first.Due <= IndexValue.Of(until).AsInteger))
            {
                (string, string) pair = (tenant, kind);
                earliest[pair] = earliest.TryGetValue(pair, out long other) ? Math.Min(other, due) : due;
            }
        }

        return [.. earliest
            .Select(pair => new DueWork { Tenant = new TenantId(pair.Key.Tenant), Kind = pair.Key.Kind, Due = DateTimeOffset.UnixEpoch.AddMicroseconds(pair.Value) })
            .OrderBy(work => work.Due)
            .ThenBy(work => IndexValue.Of(work.Tenant.Value))
            .ThenBy(work => IndexValue.Of(work.Kind))
            .Take(limit)];
    }

    /// <summary>The next tenant and kind, and the earliest moment of its work.</summary>
    internal static string NextSql(IndexTable index)
    {
        (string kind, string due) = (index.Columns[0], index.Columns[1]);
        return $"SELECT i.tenant, i.{kind}, i.{due} FROM {index.Name} AS i WHERE (i.tenant, i.{kind}) > (?1, ?2) ORDER BY i.tenant, i.{kind}, i.{due} LIMIT 1";
    }

    private static IEnumerable<(string Tenant, string Kind, long Due)> FirstOfEach(Session session, IndexTable index)
    {
        (string tenant, string kind) = ("", "");
        string next = NextSql(index);
        for (Statement row = session.Prepare(next).Bind(1, tenant).Bind(2, kind); row.Step(); row = session.Prepare(next).Bind(1, tenant).Bind(2, kind))
        {
            (tenant, kind) = (row.Text(0), row.Text(1));
            yield return (tenant, kind, row.Integer(2));
        }
    }
}
