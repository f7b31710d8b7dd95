using QualityKit.Evaluations;
using QualityKit.Keys;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;
using QualityKit.Vault;

namespace QualityKit.Services;

public sealed partial class KeyRingService
{
    /// <summary>Asks to destroy all keys of the tenant, so that nothing it recorded opens any more. From the commit on nothing is stored or wrapped anew; what is stored opens until it is completed. A second person approves (<see cref="ApproveShredAsync"/>); then it waits for the longer of 30 days and <see cref="KeyPolicy.BackupHorizon"/>.</summary>
    /// <param name="actor">The person who asks, and so approves first.</param>
    /// <param name="reason">Why: 1 to <see cref="TenantShred.MostReason"/> characters. Only its digest is stored; keep the text.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="RestoreDetectedException">The store went back to an older state.</exception>
    public Task<KeyRingSummary> RequestShredAsync(Actor actor, string reason, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        return ChangeAsync(
            Named(actor, command, KeyFactCodes.ShredRequested),
            async (deed, ring, stopping) =>
            {
                await DemandShreddingAsync(ring.Tenant, stopping).ConfigureAwait(false);
                return new(new RequestShred { Id = deed.Command, Reason = reason });
            },
            cancellationToken);
    }

    /// <summary>Approves that all keys of the tenant are destroyed, or approves again when an approval expires.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="reasonDigest">The digest of the request that the person saw (<see cref="TenantShred.ReasonDigest"/>).</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<KeyRingSummary> ApproveShredAsync(Actor actor, string reasonDigest, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(reasonDigest);
        return ChangeAsync(
            Named(actor, command, KeyFactCodes.ShredApproved),
            Permission.ApproveKeyDestruction,
            async (deed, ring, stopping) =>
            {
                await DemandClockAsync(ring.Tenant, stopping).ConfigureAwait(false);
                return new(new ApproveShred { Id = deed.Command, ReasonDigest = reasonDigest });
            },
            cancellationToken);
    }

    /// <summary>Cancels that all keys of the tenant are destroyed: the ring is what it was and wraps again, and all approvals are void.</summary>
    public Task<KeyRingSummary> CancelShredAsync(Actor actor, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(Named(actor, command, KeyFactCodes.ShredCancelled), (deed, _, _) => Step(new CancelShred { Id = deed.Command }), cancellationToken);

    /// <summary>Destroys all keys of the tenant, when the wait is over, two people approved and no legal hold is in force. Nothing that was recorded opens afterwards, and nothing new is stored. Copies of envelopes beside payloads are removed too, before the keys are written as destroyed.</summary>
    /// <param name="actor">Who carries it out.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work. It may be beyond taking back already: the same again goes on, and so does the job <c>key-rotation</c>.</param>
    /// <returns>The ring; <see cref="RingKeySummary.RecoverableUntil"/> of each key says whether copies of the store could still bring it back.</returns>
    /// <exception cref="RestoreDetectedException">The store went back to an older state.</exception>
    public async Task<KeyRingSummary> ShredTenantAsync(Actor actor, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        Deed settling = Named(actor, command, KeyFactCodes.Shredded);
        Deed ending = settling with { Command = DerivedIds.Command(settling.Command, KeyFactCodes.ShredEnded, RingChanges.Id), Code = KeyFactCodes.ShredEnded };

        // First the commit that a hold forbids; only then is anything destroyed that no commit brings back.
        await ChangeAsync(ending, EndingAsync, cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(settling, new ShredEnding(_tools).SettlingAsync, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<RingStep?> EndingAsync(Deed deed, KeyRing ring, CancellationToken cancellationToken)
    {
        await DemandShreddingAsync(ring.Tenant, cancellationToken).ConfigureAwait(false);
        HoldRegisterDocument holds = await HoldRegisterDocument.LoadAsync(_tools.Store, ring.Tenant, cancellationToken).ConfigureAwait(false);
        bool hasCopies = await EnvelopeCopies.NamesAsync(_tools.Blobs, ring.Tenant, cancellationToken).AnyAsync(cancellationToken).ConfigureAwait(false);
        return new(new CompleteShred { Id = deed.Command, Holds = holds.Register.Holds.Length, HasEnvelopeCopies = hasCopies }, holds.Requirement);
    }

    private ValueTask DemandShreddingAsync(TenantId tenant, CancellationToken cancellationToken) => new ShredEnding(_tools).DemandAsync(tenant, cancellationToken);
}
