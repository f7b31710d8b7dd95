using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>Cancels what <see cref="RequestShred"/> asked for: the ring is what it was and wraps again, and all approvals are void.</summary>
public sealed record CancelShred : KeyCommand
{
    internal override bool IsOfShred => true;

    internal override KeyOutcome Apply(KeySituation at) => at.Ring.Shred switch
    {
        null => KeyOutcome.Unchanged(at.Ring),
        { EndedAt: not null } => KeyOutcome.Refused(IssueCodes.ShredEnded),
        { } shred => KeyOutcome.Changed(at.Ring.Fenced(null), new KeyFact { Code = KeyFactCodes.ShredCancelled, ProofDigest = shred.ReasonDigest }),
    };
}
