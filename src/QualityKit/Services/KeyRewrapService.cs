using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Wraps data keys anew by the active key of each tenant, at a rate (<see cref="KeyOptions.RewrapsPerSecond"/>), until no older key is needed. Any number of nodes may run it; one at a time works on a tenant.</summary>
/// <remarks>Wrapping anew is safe at any time, in any order, twice, and broken off anywhere. It is no service for requests: it crosses tenants.</remarks>
public sealed class KeyRewrapService : IQualityJob
{
    private static readonly TimeSpan LongestPage = TimeSpan.FromSeconds(30);

    private readonly KeyTools _tools;
    private readonly Leases _leases;

    internal KeyRewrapService(KeyTools tools, Leases leases) => (_tools, _leases) = (tools, leases);

    /// <summary><c>key-rewrap</c>.</summary>
    public string Name => "key-rewrap";

    /// <summary>10 seconds. A run wraps no more than ten times what a second may have.</summary>
    public TimeSpan Period => TimeSpan.FromSeconds(10);

    /// <summary>Wraps what older keys wrap, tenant by tenant, up to the rate, and of each tenant first what was opened on this node; nothing where no root is given, or it is switched off.</summary>
    /// <param name="cancellationToken">Stops the work, between two pages.</param>
    /// <returns>What was done; <see cref="RewrapReport.HasMore"/> when the rate ended it.</returns>
    /// <exception cref="Storage.Errors.StorageUnavailableException">Storage could not list the tenants.</exception>
    public async ValueTask<RewrapReport> RunOnceAsync(CancellationToken cancellationToken)
    {
        var all = new RewrapReport();
        if (!_tools.Options.Rewraps || !_tools.Keys.Roots.Roots.IsConfigured)
        {
            return all;
        }

        int left = (int)(_tools.Options.RewrapsPerSecond * Period.TotalSeconds);
        await TenantRound.RunAsync(
            _tools.Maintenance,
            async (tenant, stopping) =>
            {
                RewrapReport one = left > 0 ? await TurnAsync(tenant, left, stopping).ConfigureAwait(false) : new() { HasMore = true };
                left -= one.Rewrapped + one.Refused.Length;
                all = new() { Rewrapped = all.Rewrapped + one.Rewrapped, Refused = [.. all.Refused, .. one.Refused], HasMore = all.HasMore || one.HasMore };
                return false;
            },
            (tenant, problem) => _tools.Ambient.Log.RewrapFailed(tenant, problem),
            cancellationToken).ConfigureAwait(false);
        return all;
    }

    // Not at once, even where there is more: that is the rate.
    async ValueTask<bool> IQualityJob.RunOnceAsync(CancellationToken cancellationToken)
    {
        await RunOnceAsync(cancellationToken).ConfigureAwait(false);
        return false;
    }

    private async ValueTask<RewrapReport> TurnAsync(TenantId tenant, int most, CancellationToken cancellationToken)
    {
        var rewrapping = new Rewrapping(_tools, _tools.Machine.In(tenant));
        bool hasWork = _tools.Keys.Waiting.Any(tenant) || await rewrapping.HasWorkAsync(cancellationToken).ConfigureAwait(false);
        if (!hasWork || await _leases.TakeAsync(tenant, cancellationToken).ConfigureAwait(false) is not { } lease)
        {
            return new();
        }

        bool HasTime() => lease.HasTimeFor(LongestPage);
        await rewrapping.RunWaitingAsync(most, HasTime, cancellationToken).ConfigureAwait(false);
        return await rewrapping.RunAsync(most, HasTime, cancellationToken).ConfigureAwait(false);
    }
}
