using System.Collections.Immutable;
using QualityKit.People;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Seals the audit of every tenant once a period: gathers the chains that grew, signs over them, and tells the anchor. Any number of nodes may run it.</summary>
public sealed class SealingService : IQualityJob
{
    private readonly SealingTools _tools;
    private readonly IStoreMaintenance _maintenance;

    internal SealingService(SealingTools tools, IStoreMaintenance maintenance) => (_tools, _maintenance) = (tools, maintenance);

    /// <summary><c>sealing</c>.</summary>
    public string Name => "sealing";

    /// <summary>A tenth of <see cref="AuditOptions.SealPeriod"/>: a run writes only the seals for which it is time.</summary>
    public TimeSpan Period => _tools.Options.SealPeriod / 10;

    /// <summary>Seals each tenant for which it is time, empty or not.</summary>
    /// <exception cref="Storage.Errors.StorageUnavailableException">Storage could not list the tenants.</exception>
    public async ValueTask<SealingRun> RunOnceAsync(CancellationToken cancellationToken)
    {
        (int seals, int failed) = (0, 0);
        var refused = ImmutableDictionary.CreateBuilder<TenantId, SealRefusal>();
        await foreach (TenantId tenant in _maintenance.ListTenantsAsync(cancellationToken).ConfigureAwait(false))
        {
            (int written, SealRefusal? refusal, bool hasFailed) = await SealAsync(tenant, cancellationToken).ConfigureAwait(false);
            seals += written;
            failed += hasFailed ? 1 : 0;
            if (refusal is { } why)
            {
                refused.Add(tenant, why);
            }
        }

        return new SealingRun { Seals = seals, TenantsFailed = failed, Refused = refused.ToImmutable() };
    }

    async ValueTask<bool> IQualityJob.RunOnceAsync(CancellationToken cancellationToken)
    {
        await RunOnceAsync(cancellationToken).ConfigureAwait(false);
        return false;
    }

    /// <summary>Takes the clock as right, so that a tenant is sealed again after <see cref="SealRefusal.ClockInDoubt"/>: the nodes were down, or the clock was wrong and was put right.</summary>
    /// <param name="tenant">Whose audit.</param>
    /// <param name="actor">Who looked.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it was written; not where another node was sealing at that moment.</returns>
    public async ValueTask<bool> ConfirmClockAsync(TenantId tenant, PersonId actor, CancellationToken cancellationToken)
    {
        bool isConfirmed = await new TenantSealing(_tools, tenant).ConfirmClockAsync(cancellationToken).ConfigureAwait(false);
        if (isConfirmed)
        {
            _tools.Ambient.Log.ClockConfirmed(tenant.Value, actor.ToString());
        }

        return isConfirmed;
    }

    private async ValueTask<(int Seals, SealRefusal? Refusal, bool HasFailed)> SealAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        try
        {
            (int seals, SealRefusal? refusal) = await new TenantSealing(_tools, tenant).RunAsync(cancellationToken).ConfigureAwait(false);
            if (refusal is { } why)
            {
                _tools.Ambient.Log.SealRefused(tenant.Value, why);
                _tools.Ambient.Telemetry.Sealed("refused");
                if (why == SealRefusal.OtherThanAnchored && _tools.Safety is { } safety)
                {
                    await safety.Guard.LookAsync(tenant, cancellationToken).ConfigureAwait(false);
                }
            }
            else if (seals > 0)
            {
                _tools.Ambient.Telemetry.Sealed("sealed");
            }

            return (seals, refusal, false);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            // One tenant that cannot be sealed waits; the others are sealed.
            _tools.Ambient.Log.SealFailed(tenant.Value, problem);
            _tools.Ambient.Telemetry.Sealed("failed");
            return (0, null, true);
        }
    }
}
