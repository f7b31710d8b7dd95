using System.Collections.Immutable;

namespace QualityKit.Retention;

/// <summary>Intervals that intersect: from the longest that somebody keeps to the shortest that somebody allows.</summary>
internal static class StrongestRules
{
    public static RetentionVerdict Settle(ImmutableArray<RetentionClaim> claims)
    {
        if (RetentionVerdict.Always(claims) is { } always)
        {
            return always;
        }

        RetentionPeriod? least = claims.Max(claim => claim.KeepAtLeast);
        RetentionPeriod? most = claims.Min(claim => claim.DeleteAfter);
        if (most is { } end && (least is null || end >= least))
        {
            return RetentionVerdict.Of(end, claims.Where(claim => claim.DeleteAfter == end));
        }

        if (least is not { } start)
        {
            return RetentionVerdict.Kept;
        }

        RetentionClaim[] keeping = [.. claims.Where(claim => claim.KeepAtLeast == start)];
        IEnumerable<RetentionClaim> deleting = claims.Where(claim => claim.DeleteAfter is not null && claim.DeleteAfter == most);
        return RetentionVerdict.Of(start, keeping) with { Conflicts = [.. deleting.Take(1).Select(claim => new RetentionConflict { Keeps = keeping[0].Policy, Deletes = claim.Policy })] };
    }
}
