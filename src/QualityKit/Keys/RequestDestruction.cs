using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>Asks to destroy a retired key, on a proof. A second person approves; then it waits for the longer of 30 days and the backup horizon.</summary>
public sealed record RequestDestruction : KeyCommand
{
    /// <summary>Which key.</summary>
    public required RingKeyId Key { get; init; }

    /// <summary>What reading every envelope found, at the ring's revision.</summary>
    public required ReferenceProof Proof { get; init; }

    internal override KeyOutcome Apply(KeySituation at) => at.Ring.Find(Key) switch
    {
        null => KeyOutcome.Refused(IssueCodes.KeyUnknown, ("key", Key)),
        { State: KeyState.Destroying } key when key.Destruction!.ProofDigest == Proof.Digest() => KeyOutcome.Unchanged(at.Ring),
        { State: KeyState.Retired } key => Request(at, key),
        { } other => KeyOutcome.Refused(IssueCodes.KeyStateForbids, ("key", Key), ("state", KeyText.Of(other.State))),
    };

    private KeyOutcome Request(KeySituation at, RingKey key)
    {
        ImmutableArray<Issue> issues =
        [
            .. DestructionRules.Person(at.Actor), .. DestructionRules.Horizon(at.Policy), .. ProofCheck.Of(at, Key, Proof),
        ];
        if (!issues.IsEmpty)
        {
            return KeyOutcome.Refused(issues);
        }

        var destruction = new KeyDestruction { ProofDigest = Proof.Digest(), ProofAt = Proof.At, Approvals = [new() { By = at.Actor.Id, At = at.Now }] };
        return KeyOutcome.Changed(
            at.Ring.With(key.In(KeyState.Destroying, at.Now) with { Destruction = destruction }),
            new KeyFact { Code = KeyFactCodes.DestructionRequested, Key = Key, ProofDigest = destruction.ProofDigest, Until = Proof.At + at.Policy.Wait });
    }
}
