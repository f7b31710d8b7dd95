using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql.Schema;

namespace QualityKit.Storage.PostgreSql.Commits;

/// <summary>What a batch locks before it looks: its command and what it writes for itself, what it requires together with others.</summary>
/// <remarks>In the order of the numbers, the same for all, so that nobody waits in a circle.</remarks>
internal static class CommitLocks
{
    public static (long[] Keys, bool[] Shared) Of(DocumentBatch batch, SchemaName schema)
    {
        var shared = new SortedDictionary<long, bool>
        {
            [AdvisoryKey.OfTenant(schema, batch.Tenant)] = true,
        };
        shared[AdvisoryKey.OfCommand(schema, batch.Tenant, batch.Command)] = false;
        foreach (DocumentOperation operation in batch.Operations)
        {
            long key = AdvisoryKey.OfDocument(schema, batch.Tenant, operation.Key);
            shared[key] = !operation.Writes && shared.GetValueOrDefault(key, true);
        }

        return ([.. shared.Keys], [.. shared.Values]);
    }
}
