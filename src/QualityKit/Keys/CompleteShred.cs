using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>Ends what a tenant recorded, when the wait is over, two people approved and no legal hold is in force: from this change on no key of the ring unwraps anything, for good. <see cref="SettleShred"/> writes the keys as destroyed afterwards.</summary>
/// <remarks>Nothing outside the ring may be destroyed before this is stored, together with the requirement that the holds are still those that were counted.</remarks>
public sealed record CompleteShred : KeyCommand
{
    /// <summary>How many legal holds of the tenant are in force, as read.</summary>
    public required int Holds { get; init; }

    /// <summary>Whether copies of envelopes lie beside payloads, as read. <see cref="SettleShred"/> is sent when they are removed.</summary>
    public bool HasEnvelopeCopies { get; init; }

    internal override bool IsOfShred => true;

    internal override KeyOutcome Apply(KeySituation at) => at.Ring.Shred switch
    {
        null => KeyOutcome.Refused(IssueCodes.ShredNotRequested),
        { EndedAt: not null } => KeyOutcome.Unchanged(at.Ring),
        { } shred => Complete(at, shred),
    };

    private KeyOutcome Complete(KeySituation at, TenantShred shred)
    {
        ImmutableArray<Issue> issues =
        [
            .. DestructionRules.Horizon(at.Policy),
            .. DestructionRules.Waited(at, shred.RequestedAt),
            .. DestructionRules.Approved(at, shred.Approvals),
            .. Holds != 0 ? [KeyOutcome.IssueOf(IssueCodes.ShredHeld, ("count", Holds))] : ImmutableArray<Issue>.Empty,
        ];
        return issues.IsEmpty
            ? KeyOutcome.Changed(at.Ring.Fenced(shred with { EndedAt = at.Now, HadEnvelopeCopies = HasEnvelopeCopies }), new KeyFact { Code = KeyFactCodes.ShredEnded, ProofDigest = shred.ReasonDigest })
            : KeyOutcome.Refused(issues);
    }
}
