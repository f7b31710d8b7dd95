using System.Collections.Immutable;
using QualityKit.Keys;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Validation;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <summary>Carries on when all keys of a tenant have ended: removes the copies of envelopes, destroys what wraps the keys, and only then has the ring say that they are destroyed.</summary>
internal sealed class ShredEnding(KeyTools tools)
{
    /// <summary>Refuses while the clock is in doubt, and in a store that went back.</summary>
    /// <exception cref="ValidationFailedException">The clock is in doubt.</exception>
    /// <exception cref="RestoreDetectedException">The store went back to an older state.</exception>
    public async ValueTask DemandAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if (await tools.Clock.IsOffAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            throw Refusal.Of(IssueCodes.KeyClockInDoubt, "");
        }

        await tools.Keeping.Safety.Guard.DemandAsync(tenant, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether a ring has ended and does not say yet that its keys are destroyed.</summary>
    public static bool IsDue(KeyRing ring) => ring is { Shred.EndedAt: not null, IsShredded: false };

    /// <summary>Goes on for a tenant where somebody broke off.</summary>
    public async ValueTask GoOnAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var deed = new Deed(tools.Machine.In(tenant), CommandId.New(), RingChanges.Kind, RingChanges.Id, KeyFactCodes.Shredded);
        await tools.Keys.Changes.ApplyAsync(
            deed, async (ring, stopping) => IsDue(ring) ? await SettlingAsync(deed, ring, stopping).ConfigureAwait(false) : null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The step that writes the keys of a ring as destroyed. What it says is done when this returns.</summary>
    public async ValueTask<RingStep?> SettlingAsync(Deed deed, KeyRing ring, CancellationToken cancellationToken)
    {
        await DemandAsync(ring.Tenant, cancellationToken).ConfigureAwait(false);
        var command = new SettleShred { Id = deed.Command, Final = [] };
        bool isDue = !KeyWorkflow.Apply(ring, command, deed.Actor, tools.Options.Policy, tools.Ambient.Now).Value.Facts.IsEmpty;
        if (!isDue)
        {
            return new(command);
        }

        bool hasCopies = false;
        await foreach (BlobName copy in EnvelopeCopies.NamesAsync(tools.Blobs, ring.Tenant, cancellationToken).ConfigureAwait(false))
        {
            hasCopies = true;
            await tools.Blobs.DeleteAsync(ring.Tenant, copy, cancellationToken).ConfigureAwait(false);
        }

        // What copies of the store have of them opens what no key of the ring does any more. Those of before are in the ring.
        ImmutableArray<RingKeyId> final = await new KeyEnding(tools).FinalAsync(ring, cancellationToken).ConfigureAwait(false);
        return new(command with { Final = hasCopies ? [] : final });
    }
}
