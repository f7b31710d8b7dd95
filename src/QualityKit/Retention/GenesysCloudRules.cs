using System.Collections.Immutable;

namespace QualityKit.Retention;

/// <summary>The rules of Genesys Cloud, its trap included: an indefinite retention loses to any explicit number of days.</summary>
internal static class GenesysCloudRules
{
    public static RetentionVerdict Settle(ImmutableArray<RetentionClaim> claims)
    {
        if (RetentionVerdict.Always(claims) is { } always)
        {
            return always;
        }

        RetentionClaim[] keeping = [.. claims.Where(claim => claim.KeepAtLeast is not null)];
        RetentionClaim[] explicitly = [.. keeping.Where(claim => claim.KeepAtLeast is { IsForEver: false })];
        if (explicitly.Length > 0)
        {
            RetentionPeriod longest = explicitly.Max(claim => claim.KeepAtLeast!.Value);
            return RetentionVerdict.Of(longest, explicitly.Where(claim => claim.KeepAtLeast == longest));
        }

        if (keeping.Length > 0)
        {
            return RetentionVerdict.Of(RetentionPeriod.ForEver, keeping);
        }

        // In one policy, keeping silences deleting; here nobody keeps.
        return claims.Min(claim => claim.DeleteAfter) is { } soonest
            ? RetentionVerdict.Of(soonest, claims.Where(claim => claim.DeleteAfter == soonest))
            : RetentionVerdict.Kept;
    }
}
