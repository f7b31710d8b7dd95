using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Reads every envelope of a tenant, with all its wraps, whatever an index says: everything that the tenant has stored passes by.</summary>
internal sealed class EnvelopeScan(IStoreMaintenance maintenance, TimeProvider time)
{
    /// <summary>Reads them.</summary>
    public async ValueTask<EnvelopeTally> RunAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var tally = new EnvelopeTally { At = time.GetUtcNow() };
        await foreach (CreateDocument document in maintenance.ExportAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            if (document.Key.Collection == Collections.Envelopes)
            {
                tally.Add(document.Key.Id, document.Body.Span);
            }
        }

        return tally;
    }
}
