using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Sweeps every tenant once a period, where the host switched that on (<see cref="SweepOptions.IsOn"/>): marks what is due, deletes what was marked 72 hours ago. Any number of nodes may run it; one at a time works on a tenant.</summary>
/// <remarks>What pauses a sweep of <see cref="RetentionService"/> pauses these: health says so, and a person who confirms calls <see cref="RetentionService.SweepAsync"/>. It is no service for requests: it crosses tenants.</remarks>
public sealed class SweepService : IQualityJob
{
    private const int RunsPerPeriod = 10;

    private static readonly TimeSpan LongestItem = TimeSpan.FromSeconds(10);

    private readonly RetentionService _retention;
    private readonly IStoreMaintenance _maintenance;
    private readonly IDocumentStore _store;
    private readonly Leases _leases;
    private readonly (SweepOptions Sweep, MachineOptions Machine) _options;
    private readonly Ambient _ambient;

    internal SweepService(
        RetentionService retention, IDocumentStore store, IStoreMaintenance maintenance, Leases leases, (SweepOptions Sweep, MachineOptions Machine) options, Ambient ambient) =>
        (_retention, _store, _maintenance, _leases, _options, _ambient) = (retention, store, maintenance, leases, options, ambient);

    /// <summary><c>sweep</c>.</summary>
    public string Name => "sweep";

    /// <summary>A tenth of <see cref="SweepOptions.Every"/>: a run sweeps only the tenants for which it is time.</summary>
    public TimeSpan Period => _options.Sweep.Every / RunsPerPeriod;

    /// <summary>Sweeps each tenant for which it is time, up to its turn; nothing where sweeps are switched off.</summary>
    /// <param name="cancellationToken">Stops the work, between two interactions.</param>
    /// <exception cref="Storage.Errors.StorageUnavailableException">Storage could not list the tenants.</exception>
    public async ValueTask<SweepsRun> RunOnceAsync(CancellationToken cancellationToken)
    {
        var all = new SweepsRun();
        if (!_options.Sweep.IsOn)
        {
            return all;
        }

        await foreach (TenantId tenant in _maintenance.ListTenantsAsync(cancellationToken).ConfigureAwait(false))
        {
            all = all.With(await TurnAsync(tenant, cancellationToken).ConfigureAwait(false));
        }

        return all;
    }

    async ValueTask<bool> IQualityJob.RunOnceAsync(CancellationToken cancellationToken) => (await RunOnceAsync(cancellationToken).ConfigureAwait(false)).HasMore;

    private async ValueTask<SweepsRun> TurnAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        try
        {
            return await IsTimeAsync(tenant, cancellationToken).ConfigureAwait(false)
                && await _leases.TakeAsync(tenant, cancellationToken).ConfigureAwait(false) is { } lease
                && await IsTimeAsync(tenant, cancellationToken).ConfigureAwait(false)
                ? await SweepAsync(tenant, lease, cancellationToken).ConfigureAwait(false)
                : new SweepsRun();
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            // One tenant that cannot be swept waits; the others are.
            _ambient.Log.SweepFailed(tenant.Value, problem);
            return new SweepsRun { TenantsFailed = 1 };
        }
    }

    // A clock that went back must not put sweeps off until it is again what it was.
    private async ValueTask<bool> IsTimeAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await SweepState.LoadAsync(_store, tenant, cancellationToken).ConfigureAwait(false) is not { HasMore: false } last
        || (_ambient.Now - last.RanAt).Duration() >= _options.Sweep.Every;

    private async ValueTask<SweepsRun> SweepAsync(TenantId tenant, Lease lease, CancellationToken cancellationToken)
    {
        int left = _options.Sweep.ItemsPerTurn;
        SweepReport report = await _retention.SweepTurnAsync(_options.Machine.In(tenant), () => left-- > 0 && lease.HasTimeFor(LongestItem), cancellationToken).ConfigureAwait(false);
        if (report.Pause != SweepPause.None)
        {
            _ambient.Log.SweepPaused(tenant.Value, report.Pause, report.Ready);
        }

        return new()
        {
            Tenants = 1,
            TenantsPaused = report.Pause == SweepPause.None ? 0 : 1,
            Marked = report.Marked.Length,
            Deleted = report.Deleted.Length,
            HasMore = report.HasMore,
        };
    }
}
