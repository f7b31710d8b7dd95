using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>Destroys a key whose wait is over, on a proof made anew.</summary>
public sealed record CompleteDestruction : KeyCommand
{
    /// <summary>Which key.</summary>
    public required RingKeyId Key { get; init; }

    /// <summary>What reading every envelope found now, at the ring's revision.</summary>
    public required ReferenceProof Proof { get; init; }

    /// <summary>Whether no copy of the store can bring it back: the wrapper destroyed its own key, or the root was replaced and destroyed. If not, it is only deleted, and said to be recoverable until copies expire.</summary>
    public required bool IsFinal { get; init; }

    internal override KeyOutcome Apply(KeySituation at) => at.Ring.Find(Key) switch
    {
        null => KeyOutcome.Refused(IssueCodes.KeyUnknown, ("key", Key)),
        { State: KeyState.Destroyed } => KeyOutcome.Unchanged(at.Ring),
        { State: KeyState.Destroying } key => Complete(at, key, key.Destruction!),
        { } other => KeyOutcome.Refused(IssueCodes.KeyStateForbids, ("key", Key), ("state", KeyText.Of(other.State))),
    };

    private KeyOutcome Complete(KeySituation at, RingKey key, KeyDestruction destruction)
    {
        ImmutableArray<Issue> issues =
        [
            .. DestructionRules.Horizon(at.Policy), .. DestructionRules.Waited(at, destruction.ProofAt), .. DestructionRules.Approved(at, destruction.Approvals), .. ProofCheck.Of(at, Key, Proof),
        ];
        if (!issues.IsEmpty)
        {
            return KeyOutcome.Refused(issues);
        }

        DateTimeOffset? recoverable = IsFinal ? null : at.Now + at.Policy.BackupHorizon;
        RingKey destroyed = key.In(KeyState.Destroyed, at.Now) with { Wraps = [], CheckValue = default, Destruction = null, RecoverableUntil = recoverable };
        return KeyOutcome.Changed(
            at.Ring.With(destroyed),
            new KeyFact { Code = IsFinal ? KeyFactCodes.Destroyed : KeyFactCodes.Deleted, Key = Key, ProofDigest = Proof.Digest(), Until = recoverable });
    }
}
