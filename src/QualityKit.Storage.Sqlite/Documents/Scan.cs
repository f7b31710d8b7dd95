using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Engine;

namespace QualityKit.Storage.Sqlite.Documents;

/// <summary>One walk along an index: a condition that its primary key serves, and what it compares with.</summary>
internal sealed record Scan
{
    /// <summary>The condition as SQL, with parameters from <c>?2</c> on; <c>?1</c> is the tenant.</summary>
    public required string Condition { get; init; }

    public required ImmutableArray<IndexValue> Values { get; init; }

    /// <summary>A statement over this walk, with everything bound but the last parameter: the limit.</summary>
    public Statement Prepare(Session session, string sql, TenantId tenant, int limit)
    {
        Statement statement = session.Prepare(sql).Bind(1, tenant.Value);
        for (int value = 0; value < Values.Length; value++)
        {
            statement.Bind(value + 2, Values[value]);
        }

        return statement.Bind(Values.Length + 2, limit);
    }
}
