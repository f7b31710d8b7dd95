using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Goes through all tenants, one after another.</summary>
internal static class TenantRound
{
    /// <summary>Does something for each tenant. One that fails waits for the next round; the others have theirs.</summary>
    /// <param name="maintenance">Lists the tenants.</param>
    /// <param name="work">What; true where there is more to do at once.</param>
    /// <param name="failed">Tells of one that failed.</param>
    /// <param name="cancellationToken">Stops the round.</param>
    /// <returns>Whether there is more to do at once.</returns>
    /// <exception cref="Storage.Errors.StorageUnavailableException">Storage could not list the tenants.</exception>
    public static async ValueTask<bool> RunAsync(
        IStoreMaintenance maintenance, Func<TenantId, CancellationToken, ValueTask<bool>> work, Action<string, Exception> failed, CancellationToken cancellationToken)
    {
        bool isMore = false;
        await foreach (TenantId tenant in maintenance.ListTenantsAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                isMore |= await work(tenant, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                failed(tenant.Value, problem);
            }
        }

        return isMore;
    }
}
