using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Gives every tenant that has work of a kind that is due one turn, some at once. While a run is under way on this node, another does nothing.</summary>
internal sealed class TenantTurns(IStoreMaintenance maintenance, string kind)
{
    private readonly DueTenants _due = new(maintenance);
    private int _isRunning;

    /// <summary>What all turns of a run come to.</summary>
    /// <param name="until">Work that is due at this moment or before.</param>
    /// <param name="atOnce">How many tenants have their turn at the same time.</param>
    /// <param name="hasDue">Asks one tenant.</param>
    /// <param name="turn">Has the turn of a tenant.</param>
    /// <param name="with">Adds up two.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async ValueTask<TRun> RunAsync<TRun>(
        DateTimeOffset until,
        int atOnce,
        Func<TenantId, CancellationToken, ValueTask<bool>> hasDue,
        Func<TenantId, CancellationToken, ValueTask<TRun>> turn,
        Func<TRun, TRun, TRun> with,
        CancellationToken cancellationToken)
        where TRun : new()
    {
        var all = new TRun();
        if (Interlocked.Exchange(ref _isRunning, 1) == 1)
        {
            return all;
        }

        try
        {
            var gate = new Lock();
            IReadOnlyCollection<TenantId> tenants = await _due.FindAsync(kind, until, hasDue, cancellationToken).ConfigureAwait(false);
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(tenants, parallel, async (tenant, stopping) =>
            {
                TRun one = await turn(tenant, stopping).ConfigureAwait(false);
                lock (gate)
                {
                    all = with(all, one);
                }
            }).ConfigureAwait(false);
            return all;
        }
        finally
        {
            Volatile.Write(ref _isRunning, 0);
        }
    }
}
