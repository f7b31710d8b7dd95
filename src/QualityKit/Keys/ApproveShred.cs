using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>Approves that all keys of a tenant are destroyed, or approves again when an approval expires.</summary>
public sealed record ApproveShred : KeyCommand
{
    /// <summary>The digest of the request that the person saw (<see cref="TenantShred.ReasonDigest"/>).</summary>
    public required string ReasonDigest { get; init; }

    internal override bool IsOfShred => true;

    internal override KeyOutcome Apply(KeySituation at) => at.Ring.Shred switch
    {
        null => KeyOutcome.Refused(IssueCodes.ShredNotRequested),
        { EndedAt: not null } => KeyOutcome.Refused(IssueCodes.ShredEnded),
        _ when at.Actor.IsMachine => KeyOutcome.Refused(IssueCodes.DestructionNeedsPerson),
        { } shred when shred.ReasonDigest != ReasonDigest => KeyOutcome.Refused(IssueCodes.ApprovalOfAnotherShred, ("reason", shred.ReasonDigest)),
        { } shred when shred.Approvals.Any(approval => approval.By == at.Actor.Id && approval.At == at.Now) => KeyOutcome.Unchanged(at.Ring),
        { } shred => Approve(at, shred),
    };

    private static KeyOutcome Approve(KeySituation at, TenantShred shred)
    {
        KeyApproval approval = new() { By = at.Actor.Id, At = at.Now };
        TenantShred approved = shred with { Approvals = [.. shred.Approvals.Where(one => one.By != approval.By), approval] };
        return KeyOutcome.Changed(at.Ring.Fenced(approved), new KeyFact { Code = KeyFactCodes.ShredApproved, ProofDigest = shred.ReasonDigest });
    }
}
