using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.People;
using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>What must be so before a key is destroyed.</summary>
internal static class DestructionRules
{
    private const int Approvers = 2;

    /// <summary>A machine cannot answer for it.</summary>
    public static ImmutableArray<Issue> Person(Actor actor) => actor.IsMachine ? [KeyOutcome.IssueOf(IssueCodes.DestructionNeedsPerson)] : [];

    /// <summary>The host must have said how long copies live.</summary>
    public static ImmutableArray<Issue> Horizon(KeyPolicy policy) => policy.BackupHorizon is null ? [KeyOutcome.IssueOf(IssueCodes.BackupHorizonMissing)] : [];

    /// <summary>The wait is over; a horizon that was raised meanwhile counts.</summary>
    public static ImmutableArray<Issue> Waited(KeySituation at, DateTimeOffset from)
    {
        DateTimeOffset due = from + at.Policy.Wait;
        return at.Now < due ? [KeyOutcome.IssueOf(IssueCodes.DestructionWaits, ("until", InstantText.Write(due)))] : [];
    }

    /// <summary>Two people approved, and not too long ago.</summary>
    public static ImmutableArray<Issue> Approved(KeySituation at, ImmutableArray<KeyApproval> approvals)
    {
        int valid = approvals.Count(approval => at.Now - approval.At <= at.Policy.ApprovalLifetime);
        return valid >= Approvers ? [] : [KeyOutcome.IssueOf(IssueCodes.DestructionNotApproved, ("count", valid))];
    }
}
