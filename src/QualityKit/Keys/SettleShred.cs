using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>Writes every key of a tenant as destroyed, after <see cref="CompleteShred"/>.</summary>
public sealed record SettleShred : KeyCommand
{
    /// <summary>The keys that no copy of the store can bring back, because what wrapped them was destroyed; none counts where envelopes were copied for a recovery key. The others are only deleted, and said to be recoverable until copies expire.</summary>
    public required ImmutableArray<RingKeyId> Final { get; init => field = value.IsDefault ? [] : value; }

    internal override bool IsOfShred => true;

    internal override KeyOutcome Apply(KeySituation at) => at.Ring switch
    {
        { Shred: null } => KeyOutcome.Refused(IssueCodes.ShredNotRequested),
        { Shred.EndedAt: null } => KeyOutcome.Refused(IssueCodes.ShredNotEnded),
        { IsShredded: true } => KeyOutcome.Unchanged(at.Ring),
        _ when at.Policy.BackupHorizon is null => KeyOutcome.Refused(DestructionRules.Horizon(at.Policy)),
        { Shred: { } shred } => Settle(at, shred),
    };

    private KeyOutcome Settle(KeySituation at, TenantShred shred)
    {
        DateTimeOffset copies = at.Now + at.Policy.BackupHorizon!.Value;
        KeyRing ring = at.Ring.Under(at.Ring.Root, at.Ring.Keys.Select(key => key.State == KeyState.Destroyed ? key : Destroyed(key, !shred.HadEnvelopeCopies && Final.Contains(key.Id), at.Now, copies)));
        DateTimeOffset? until = ring.Keys.Where(key => key.RecoverableUntil > at.Now).Max(key => key.RecoverableUntil);
        return KeyOutcome.Changed(ring, new KeyFact { Code = until is null ? KeyFactCodes.Shredded : KeyFactCodes.ShredDeleted, ProofDigest = shred.ReasonDigest, Until = until });
    }

    private static RingKey Destroyed(RingKey key, bool isFinal, DateTimeOffset now, DateTimeOffset copies) =>
        key.In(KeyState.Destroyed, now) with { Wraps = [], CheckValue = default, Destruction = null, RecoverableUntil = isFinal ? null : copies };
}
