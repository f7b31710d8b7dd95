using QualityKit.Keys;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Services;

public sealed partial class KeyRingService
{
    /// <summary>Reads every envelope of the tenant, with all its wraps, and says how many need a key. It reads everything that the tenant has stored, and changes nothing.</summary>
    public async Task<ReferenceProof> ProveAsync(Actor actor, RingKeyId key, CancellationToken cancellationToken = default)
    {
        await DemandAsync(actor, Permission.ManageKeys, cancellationToken).ConfigureAwait(false);
        long revision = (await _tools.Keys.Rings.LoadAsync(actor.Tenant, cancellationToken).ConfigureAwait(false))?.Ring.Revision ?? 0;
        return (await TallyAsync(actor.Tenant, cancellationToken).ConfigureAwait(false)).ProofOf(key, revision);
    }

    /// <summary>Takes a key out of use, when every envelope was read and none needs it.</summary>
    public Task<KeyRingSummary> RetireAsync(Actor actor, RingKeyId key, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(Named(actor, command, KeyFactCodes.Retired), (deed, ring, stopping) => RetirementAsync(deed, ring, key, stopping), cancellationToken);

    /// <summary>Asks to destroy a retired key, when every envelope was read and none needs it. A second person approves (<see cref="ApproveDestructionAsync"/>); then it waits for the longer of 30 days and <see cref="KeyPolicy.BackupHorizon"/>.</summary>
    /// <param name="actor">The person who asks, and so approves first.</param>
    /// <param name="key">Which key.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="RestoreDetectedException">The store went back to an older state.</exception>
    public Task<KeyRingSummary> RequestDestructionAsync(Actor actor, RingKeyId key, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(Named(actor, command, KeyFactCodes.DestructionRequested), (deed, ring, stopping) => RequestAsync(deed, ring, key, stopping), cancellationToken);

    /// <summary>Approves that a key is destroyed, or approves again when an approval expires.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="key">Which key.</param>
    /// <param name="proofDigest">The digest of the proof that the person saw (<see cref="KeyDestruction.ProofDigest"/>).</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<KeyRingSummary> ApproveDestructionAsync(Actor actor, RingKeyId key, string proofDigest, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(proofDigest);
        return ChangeAsync(
            Named(actor, command, KeyFactCodes.DestructionApproved),
            Permission.ApproveKeyDestruction,
            async (deed, ring, stopping) =>
            {
                await DemandClockAsync(ring.Tenant, stopping).ConfigureAwait(false);
                return new(new ApproveDestruction { Id = deed.Command, Key = key, ProofDigest = proofDigest });
            },
            cancellationToken);
    }

    /// <summary>Cancels a destruction that waits; the key is retired, and all approvals are void.</summary>
    public Task<KeyRingSummary> CancelDestructionAsync(Actor actor, RingKeyId key, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(Named(actor, command, KeyFactCodes.DestructionCancelled), (deed, _, _) => Step(new CancelDestruction { Id = deed.Command, Key = key }), cancellationToken);

    /// <summary>Destroys a key whose wait is over, when every envelope was read again and none needs it.</summary>
    /// <param name="actor">Who carries it out.</param>
    /// <param name="key">Which key.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work. The roots may have destroyed their keys already: the same again goes on.</param>
    /// <returns>The ring; <see cref="RingKeySummary.RecoverableUntil"/> of the key says whether copies of the store could still bring it back.</returns>
    /// <exception cref="RestoreDetectedException">The store went back to an older state.</exception>
    public Task<KeyRingSummary> CompleteDestructionAsync(Actor actor, RingKeyId key, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(Named(actor, command, KeyFactCodes.Destroyed), (deed, ring, stopping) => CompletionAsync(deed, ring, key, stopping), cancellationToken);

    private async ValueTask<RingStep?> RetirementAsync(Deed deed, KeyRing ring, RingKeyId key, CancellationToken cancellationToken)
    {
        var command = new RetireKey { Id = deed.Command, Key = key, Proof = Unread(key, ring) };
        return ring.Find(key)?.State is KeyState.DecryptOnly or KeyState.Compromised
            ? new(command with { Proof = (await TallyAsync(ring.Tenant, cancellationToken).ConfigureAwait(false)).ProofOf(key, ring.Revision) })
            : new(command);
    }

    private async ValueTask<RingStep?> RequestAsync(Deed deed, KeyRing ring, RingKeyId key, CancellationToken cancellationToken)
    {
        await DemandClockAsync(ring.Tenant, cancellationToken).ConfigureAwait(false);
        await _tools.Keeping.Safety.Guard.DemandAsync(ring.Tenant, cancellationToken).ConfigureAwait(false);
        return ring.Find(key)?.State switch
        {
            // Somebody asked before: theirs waits.
            KeyState.Destroying => null,
            KeyState.Retired => new(new RequestDestruction { Id = deed.Command, Key = key, Proof = (await TallyAsync(ring.Tenant, cancellationToken).ConfigureAwait(false)).ProofOf(key, ring.Revision) }),
            _ => new(new RequestDestruction { Id = deed.Command, Key = key, Proof = Unread(key, ring) }),
        };
    }

    private async ValueTask<RingStep?> CompletionAsync(Deed deed, KeyRing ring, RingKeyId key, CancellationToken cancellationToken)
    {
        await DemandClockAsync(ring.Tenant, cancellationToken).ConfigureAwait(false);
        await _tools.Keeping.Safety.Guard.DemandAsync(ring.Tenant, cancellationToken).ConfigureAwait(false);
        if (ring.Find(key) is not { State: KeyState.Destroying } destroyed)
        {
            return new(new CompleteDestruction { Id = deed.Command, Key = key, Proof = Unread(key, ring), IsFinal = false });
        }

        HoldRegisterDocument holds = await HoldRegisterDocument.LoadAsync(_tools.Store, ring.Tenant, cancellationToken).ConfigureAwait(false);
        EnvelopeTally tally = await TallyAsync(ring.Tenant, cancellationToken).ConfigureAwait(false);
        var command = new CompleteDestruction { Id = deed.Command, Key = key, Proof = tally.ProofOf(key, ring.Revision), IsFinal = false };

        // Nothing of a root is destroyed before everything else allows it.
        _ = KeyWorkflow.Apply(ring, command, deed.Actor, _tools.Options.Policy, _tools.Ambient.Now).Value;
        bool isFinal = await new KeyEnding(_tools).IsFinalAsync(ring, destroyed, tally, cancellationToken).ConfigureAwait(false);
        return new(command with { IsFinal = isFinal }, holds.Requirement);
    }

    // The state of the key refuses it, whatever a proof would say.
    private ReferenceProof Unread(RingKeyId key, KeyRing ring) => new() { Key = key, Revision = ring.Revision, EnvelopesRead = 0, References = -1, At = _tools.Ambient.Now };

    private async ValueTask<EnvelopeTally> TallyAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        EnvelopeTally tally = await _tools.Scan.RunAsync(tenant, cancellationToken).ConfigureAwait(false);
        return tally.Unreadable == 0
            ? tally
            : throw Refusal.Of(IssueCodes.EnvelopesUnreadable, "", ("count", tally.Unreadable), ("recording", tally.FirstUnreadable!));
    }

    private async ValueTask DemandClockAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if (await _tools.Clock.IsOffAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            throw Refusal.Of(IssueCodes.KeyClockInDoubt, "");
        }
    }
}
