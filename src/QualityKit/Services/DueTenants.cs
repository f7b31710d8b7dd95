using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Finds the tenants that have work of some kind that is due.</summary>
internal sealed class DueTenants(IStoreMaintenance maintenance)
{
    /// <summary>The most entries that a store lists at once.</summary>
    private const int MostListed = 1000;

    /// <summary>The tenants. A store lists only so many entries; where its list is full, every tenant is asked, so that none is left out for those before it.</summary>
    /// <param name="kind">The kind of work.</param>
    /// <param name="until">Work that is due at this moment or before.</param>
    /// <param name="hasDue">Asks one tenant.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async ValueTask<IReadOnlyCollection<TenantId>> FindAsync(
        string kind, DateTimeOffset until, Func<TenantId, CancellationToken, ValueTask<bool>> hasDue, CancellationToken cancellationToken)
    {
        var tenants = new HashSet<TenantId>();
        int listed = 0;
        await foreach (DueWork work in maintenance.FindDueWorkAsync(until, MostListed, cancellationToken).ConfigureAwait(false))
        {
            listed++;
            if (work.Kind == kind)
            {
                tenants.Add(work.Tenant);
            }
        }

        if (listed == MostListed)
        {
            await foreach (TenantId tenant in maintenance.ListTenantsAsync(cancellationToken).ConfigureAwait(false))
            {
                if (!tenants.Contains(tenant) && await hasDue(tenant, cancellationToken).ConfigureAwait(false))
                {
                    tenants.Add(tenant);
                }
            }
        }

        return tenants;
    }
}
