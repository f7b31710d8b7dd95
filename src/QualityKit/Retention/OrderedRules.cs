using System.Collections.Immutable;

namespace QualityKit.Retention;

/// <summary>Policies in their order: the last that asks for something before one stops.</summary>
internal static class OrderedRules
{
    public static RetentionVerdict Settle(ImmutableArray<RetentionClaim> claims)
    {
        int stop = claims.IndexOf(claims.FirstOrDefault(claim => claim.StopsHere)!);
        RetentionClaim? last = claims[..(stop < 0 ? claims.Length : stop + 1)]
            .LastOrDefault(claim => claim is { KeepAtLeast: not null } or { DeleteAfter: not null } or { DeletesAlways: true });
        return last is null ? RetentionVerdict.Kept : StrongestRules.Settle([last]);
    }
}
