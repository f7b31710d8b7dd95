using System.Collections.Immutable;

namespace QualityKit.Retention;

/// <summary>What the rules of a resolver say, before the tenant's maximum and open work.</summary>
internal sealed record RetentionVerdict
{
    /// <summary>Nobody asks for anything: kept.</summary>
    public static RetentionVerdict Kept { get; } = new() { Due = _ => null, Determined = [] };

    /// <summary>When it is due, from when periods count.</summary>
    public required Func<DateTimeOffset, DateTimeOffset?> Due { get; init; }

    public required ImmutableArray<string> Determined { get; init; }

    public ImmutableArray<RetentionConflict> Conflicts { get; init; } = [];

    /// <summary>A period, and the policies that it is of.</summary>
    public static RetentionVerdict Of(RetentionPeriod period, IEnumerable<RetentionClaim> determined) =>
        new() { Due = period.After, Determined = [.. determined.Select(claim => claim.Policy).Distinct()] };

    /// <summary>Deleted at once, when somebody says always.</summary>
    public static RetentionVerdict? Always(ImmutableArray<RetentionClaim> claims) =>
        claims.Any(claim => claim.DeletesAlways) ? Of(RetentionPeriod.None, claims.Where(claim => claim.DeletesAlways)) : null;
}
