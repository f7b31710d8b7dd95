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
        return RetentionVerdict.Of(start, keeping) with { Conflicts = most is null ? [] : Conflict(keeping[0], claims.First(claim => claim.DeleteAfter == most)) };
    }

    private static ImmutableArray<RetentionConflict> Conflict(RetentionClaim keeps, RetentionClaim deletes) =>
        [new() { Keeps = keeps.Policy, Deletes = deletes.Policy }];
}
