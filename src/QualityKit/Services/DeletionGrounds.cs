using QualityKit.Retention;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>What an order to delete rests on.</summary>
internal static class DeletionGrounds
{
    /// <summary>The batch that also requires all of it.</summary>
    public static DocumentBatch Under(this DocumentBatch batch, DeletionOrder order) => order.Requirements.Aggregate(batch, (all, requirement) => all.With(requirement));

    /// <summary>Whether all of it still is as it was read.</summary>
    public static async ValueTask<bool> StandsAsync(this DeletionOrder order, IDocumentStore documents, CancellationToken cancellationToken)
    {
        foreach (RequireDocument required in order.Requirements)
        {
            if ((await documents.ReadAsync(order.Tenant, required.Key, cancellationToken).ConfigureAwait(false))?.Version != required.Version)
            {
                return false;
            }
        }

        return true;
    }
}
