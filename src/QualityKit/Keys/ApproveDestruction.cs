using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>Approves that a key is destroyed, or approves again when an approval expires.</summary>
public sealed record ApproveDestruction : KeyCommand
{
    /// <summary>Which key.</summary>
    public required RingKeyId Key { get; init; }

    /// <summary>The digest of the proof that the person saw (<see cref="ReferenceProof.Digest"/>).</summary>
    public required string ProofDigest { get; init; }

    internal override KeyOutcome Apply(KeySituation at) => at.Ring.Find(Key) switch
    {
        null => KeyOutcome.Refused(IssueCodes.KeyUnknown, ("key", Key)),
        { State: not KeyState.Destroying } other => KeyOutcome.Refused(IssueCodes.KeyStateForbids, ("key", Key), ("state", KeyText.Of(other.State))),
        _ when at.Actor.IsMachine => KeyOutcome.Refused(IssueCodes.DestructionNeedsPerson),
        { Destruction: { } destruction } when destruction.ProofDigest != ProofDigest => KeyOutcome.Refused(IssueCodes.ApprovalOfAnotherProof, ("proof", destruction.ProofDigest)),
        { Destruction: { } destruction } when destruction.Approvals.Any(approval => approval.By == at.Actor.Id && approval.At == at.Now) => KeyOutcome.Unchanged(at.Ring),
        { } key => Approve(at, key, key.Destruction!),
    };

    private KeyOutcome Approve(KeySituation at, RingKey key, KeyDestruction destruction)
    {
        KeyApproval approval = new() { By = at.Actor.Id, At = at.Now };
        KeyDestruction approved = destruction with { Approvals = [.. destruction.Approvals.Where(one => one.By != approval.By), approval] };
        return KeyOutcome.Changed(
            at.Ring.With(key with { Destruction = approved }), new KeyFact { Code = KeyFactCodes.DestructionApproved, Key = Key, ProofDigest = ProofDigest });
    }
}
