using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>Takes a key out of use that is proven to wrap nothing any more.</summary>
public sealed record RetireKey : KeyCommand
{
    /// <summary>Which key.</summary>
    public required RingKeyId Key { get; init; }

    /// <summary>What reading every envelope found, at the ring's revision.</summary>
    public required ReferenceProof Proof { get; init; }

    internal override KeyOutcome Apply(KeySituation at) => at.Ring.Find(Key) switch
    {
        null => KeyOutcome.Refused(IssueCodes.KeyUnknown, ("key", Key)),
        { State: KeyState.Retired } => KeyOutcome.Unchanged(at.Ring),
        { State: KeyState.DecryptOnly or KeyState.Compromised } key => Retire(at, key),
        { } other => KeyOutcome.Refused(IssueCodes.KeyStateForbids, ("key", Key), ("state", KeyText.Of(other.State))),
    };

    private KeyOutcome Retire(KeySituation at, RingKey key)
    {
        ImmutableArray<Issue> issues = ProofCheck.Of(at, Key, Proof);
        return issues.IsEmpty
            ? KeyOutcome.Changed(at.Ring.With(key.In(KeyState.Retired, at.Now)), new KeyFact { Code = KeyFactCodes.Retired, Key = Key, ProofDigest = Proof.Digest() })
            : KeyOutcome.Refused(issues);
    }
}
