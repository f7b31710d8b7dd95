using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Makes and activates the keys of every tenant when they are due, and wraps keys by roots that were added (<see cref="KeyOptions.Rotates"/>). It also finishes what <see cref="KeyRingService.ShredTenantAsync"/> began where that broke off. Any number of nodes may run it: each key is made once.</summary>
/// <remarks>Nothing is made or activated while the clock may be wrong: further than two seal periods from the newest seal, or nothing was sealed yet. It is no service for requests: it crosses tenants.</remarks>
public sealed class KeyRotationService : IQualityJob
{
    private readonly KeyTools _tools;

    internal KeyRotationService(KeyTools tools) => _tools = tools;

    /// <summary><c>key-rotation</c>.</summary>
    public string Name => "key-rotation";

    /// <summary><see cref="KeyOptions.RotationPeriod"/>.</summary>
    public TimeSpan Period => _tools.Options.RotationPeriod;

    /// <summary>Looks after each tenant that has a ring; nothing where no root is given. Switched off, it makes no keys.</summary>
    /// <param name="cancellationToken">Stops the work, between two changes.</param>
    /// <returns>False: there is no more to do at once.</returns>
    /// <exception cref="Storage.Errors.StorageUnavailableException">Storage could not list the tenants.</exception>
    public async ValueTask<bool> RunOnceAsync(CancellationToken cancellationToken) =>
        _tools.Keys.Roots.Roots.IsConfigured
        && await TenantRound.RunAsync(_tools.Maintenance, LookAfterAsync, (tenant, problem) => _tools.Ambient.Log.KeyTurnFailed(tenant, problem), cancellationToken).ConfigureAwait(false);

    private async ValueTask<bool> LookAfterAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        // The first key is made with the first recording; and a ring whose keys all wait to be destroyed changes no more.
        switch (await _tools.Keys.Rings.LoadAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            case { Ring.Shred: null } stored when _tools.Options.Rotates:
                await RotateAsync(tenant, stored, cancellationToken).ConfigureAwait(false);
                break;
            case { } ended when ShredEnding.IsDue(ended.Ring):
                await new ShredEnding(_tools).GoOnAsync(tenant, cancellationToken).ConfigureAwait(false);
                break;
        }

        return false;
    }

    private async ValueTask RotateAsync(TenantId tenant, KeyRingDocument stored, CancellationToken cancellationToken)
    {
        if (KeyWorkflow.NextStep(stored.Ring, _tools.Options.Policy, _tools.Ambient.Now) is { } step)
        {
            await StepAsync(tenant, step, cancellationToken).ConfigureAwait(false);
        }

        foreach (string root in _tools.Keys.Roots.Roots.Names.Where(root => stored.Ring.Keys.Any(key => RootWrapping.Lacks(key, root, current: null))))
        {
            await new RootWrapping(_tools, _tools.Machine.In(tenant)).WrapAsync(root, replacesOlder: false, CommandId.New(), cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask StepAsync(TenantId tenant, KeyStep step, CancellationToken cancellationToken)
    {
        if (await _tools.Clock.IsOffAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            _tools.Ambient.Log.RotationWaits(tenant.Value);
            return;
        }

        string code = step.Kind == KeyStepKind.Rotate ? KeyFactCodes.Created : KeyFactCodes.Activated;
        var deed = new Deed(_tools.Machine.In(tenant), CommandId.New(), RingChanges.Kind, RingChanges.Id, code);
        await _tools.Keys.Changes.ApplyAsync(deed, (ring, stopping) => StepAsync(deed, ring, step, stopping), cancellationToken).ConfigureAwait(false);
    }

    // Another node may have done it since: then it is not due any more.
    private async ValueTask<RingStep?> StepAsync(Deed deed, KeyRing ring, KeyStep due, CancellationToken cancellationToken) =>
        KeyWorkflow.NextStep(ring, _tools.Options.Policy, _tools.Ambient.Now) != due ? null
        : due.Kind == KeyStepKind.Activate ? new(new ActivateKey { Id = deed.Command, Key = due.Key!.Value })
        : await KeyRingService.RotationAsync(_tools, deed, ring, due.Key, cancellationToken).ConfigureAwait(false);
}
