using System.Collections.Immutable;

namespace QualityKit.Retention;

/// <summary>A way to settle what several policies ask for: a name, and rules that docs/retention.md numbers.</summary>
/// <remarks>Whatever the resolver, an error deletes nothing, open work defers and a legal hold beats everything.</remarks>
public sealed class RetentionResolver
{
    private readonly Func<ImmutableArray<RetentionClaim>, RetentionVerdict> _settle;

    private RetentionResolver(string name, Func<ImmutableArray<RetentionClaim>, RetentionVerdict> settle)
    {
        Name = name;
        _settle = settle;
    }

    /// <summary>The default. Policies intersect: kept as long as the longest asks, due at the last instant that all allow; for ever is the longest.
    /// Where one keeps longer than another allows, that is reported, and kept.</summary>
    /// <remarks>The order of policies does not matter, nor does one that is there twice; adding one that keeps never brings the deletion forward of what others decided.</remarks>
    public static RetentionResolver StrongestRetention { get; } = new(nameof(StrongestRetention), StrongestRules.Settle);

    /// <summary>What Genesys Cloud does, for migrations: keeping beats deleting, the longest explicit period wins, and an explicit period beats an indefinite one.</summary>
    public static RetentionResolver GenesysCloud { get; } = new(nameof(GenesysCloud), GenesysCloudRules.Settle);

    /// <summary>What PureConnect does: policies act in their order, a later one replaces an earlier one, until one says stop.</summary>
    public static RetentionResolver Ordered { get; } = new(nameof(Ordered), OrderedRules.Settle);

    /// <summary>Its name, which every decision carries.</summary>
    public string Name { get; }

    /// <summary>Decides how long an interaction is kept.</summary>
    public RetentionDecision Resolve(RetentionCase one)
    {
        ArgumentNullException.ThrowIfNull(one);
        ImmutableArray<RetentionClaim> claims =
            [.. one.Claims.Distinct().OrderBy(claim => claim.Order).ThenBy(claim => claim.Policy, StringComparer.Ordinal)];
        ImmutableArray<RetentionError> errors =
            [.. claims.Where(claim => claim.Error is not null).Select(claim => new RetentionError { Policy = claim.Policy, Code = claim.Error! }).Distinct()];
        RetentionVerdict verdict = errors.IsEmpty
            ? Bounded(_settle(claims), one)
            : new() { Due = _ => null, Determined = [.. errors.Select(error => error.Policy).Distinct()] };
        DateTimeOffset? due = verdict.Due(one.From);
        return new()
        {
            Resolver = Name,
            Due = due,
            ArchiveAt = Archive(claims, one.From) is { } at && (due is null || at < due) ? at : null,
            Holds = [.. one.Holds.Distinct().OrderBy(hold => hold.Value, StringComparer.Ordinal)],
            Determined = verdict.Determined,
            Losses = Losses(claims, verdict),
            Conflicts = verdict.Conflicts,
            Errors = errors,
        };
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    // The tenant's maximum shortens, then open work defers.
    private static RetentionVerdict Bounded(RetentionVerdict verdict, RetentionCase one)
    {
        if (one.Maximum.After(one.From) is { } latest && (verdict.Due(one.From) ?? DateTimeOffset.MaxValue) > latest)
        {
            verdict = verdict with { Due = _ => latest, Determined = [RetentionDecision.TenantMaximum] };
        }

        return one.Work.OrderByDescending(work => work.Until).ThenBy(work => work.Name, StringComparer.Ordinal).FirstOrDefault() is { } last && verdict.Due(one.From) < last.Until
            ? verdict with { Due = _ => last.Until, Determined = [last.Name] }
            : verdict;
    }

    private static DateTimeOffset? Archive(ImmutableArray<RetentionClaim> claims, DateTimeOffset from) =>
        claims.Where(claim => claim is { ArchiveAfter: not null, Error: null })
            .OrderBy(claim => claim.Order).ThenBy(claim => claim.Policy, StringComparer.Ordinal).ThenBy(claim => claim.ArchiveAfter)
            .FirstOrDefault()?.ArchiveAfter?.After(from);

    private static ImmutableArray<RetentionLoss> Losses(ImmutableArray<RetentionClaim> claims, RetentionVerdict verdict) =>
        verdict.Determined.IsEmpty
            ? []
            :
            [
                .. claims
                    .Where(claim => claim is { KeepAtLeast: not null } or { DeleteAfter: not null } or { DeletesAlways: true })
                    .Select(claim => claim.Policy)
                    .Distinct()
                    .Except(verdict.Determined)
                    .Select(policy => new RetentionLoss { Policy = policy, To = verdict.Determined[0] }),
            ];
}
