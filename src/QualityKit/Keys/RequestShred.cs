using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>Asks to destroy all keys of a tenant. From this change on the ring wraps nothing and changes no more, until it is cancelled; it still unwraps.</summary>
public sealed record RequestShred : KeyCommand
{
    /// <summary>Why: 1 to <see cref="TenantShred.MostReason"/> characters, not only white space. Only its digest is kept.</summary>
    public required string Reason { get; init; }

    internal override bool IsOfShred => true;

    internal override KeyOutcome Apply(KeySituation at) => at.Ring.Shred switch
    {
        { EndedAt: not null } => KeyOutcome.Refused(IssueCodes.ShredEnded),
        { } waits when waits.RequestedBy == at.Actor.Id && waits.ReasonDigest == TenantShred.DigestOf(waits.RequestedBy, waits.RequestedAt, Reason) => KeyOutcome.Unchanged(at.Ring),
        { } => KeyOutcome.Refused(IssueCodes.RingFenced),
        null => Request(at),
    };

    private KeyOutcome Request(KeySituation at)
    {
        ImmutableArray<Issue> issues =
        [
            .. DestructionRules.Person(at.Actor),
            .. DestructionRules.Horizon(at.Policy),
            .. string.IsNullOrWhiteSpace(Reason) || Reason.Length > TenantShred.MostReason ? [KeyOutcome.IssueOf(IssueCodes.ShredReasonMissing, ("most", TenantShred.MostReason))] : ImmutableArray<Issue>.Empty,
        ];
        if (!issues.IsEmpty)
        {
            return KeyOutcome.Refused(issues);
        }

        var shred = new TenantShred
        {
            ReasonDigest = TenantShred.DigestOf(at.Actor.Id, at.Now, Reason),
            RequestedBy = at.Actor.Id,
            RequestedAt = at.Now,
            Approvals = [new() { By = at.Actor.Id, At = at.Now }],
        };
        return KeyOutcome.Changed(at.Ring.Fenced(shred), new KeyFact { Code = KeyFactCodes.ShredRequested, ProofDigest = shred.ReasonDigest, Until = at.Now + at.Policy.Wait });
    }
}
