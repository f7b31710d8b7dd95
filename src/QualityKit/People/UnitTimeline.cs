using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.People;

/// <summary>What a person belonged to, when: periods in order, without overlap and without gap.</summary>
/// <remarks>Who leaves and comes back has a period with <see cref="Employment.Left"/> between. Before the first period, and after the end
/// of the last, the person belongs to nothing.</remarks>
public sealed class UnitTimeline
{
    private UnitTimeline(ImmutableArray<UnitPeriod> periods) => Periods = periods;

    /// <summary>The timeline of somebody who belongs to nothing.</summary>
    public static UnitTimeline Empty { get; } = new([]);

    /// <summary>The periods, the earliest first.</summary>
    public ImmutableArray<UnitPeriod> Periods { get; }

    /// <summary>A timeline of periods in any order.</summary>
    /// <returns>The timeline, or an issue for every period that is empty, overlaps the one before it, or leaves a gap behind it; pointers lead to
    /// positions of <paramref name="periods"/>.</returns>
    public static Validated<UnitTimeline> Of(IEnumerable<UnitPeriod> periods)
    {
        ArgumentNullException.ThrowIfNull(periods);
        ImmutableArray<UnitPeriod> given = [.. periods];
        int[] order = [.. Enumerable.Range(0, given.Length).OrderBy(position => given[position].From)];
        var issues = new IssueList();
        foreach (int position in order.Where(position => given[position].Until <= given[position].From))
        {
            issues.Error(IssueCodes.UnitPeriodEmpty, $"/{position}/until", ("from", given[position].From), ("until", given[position].Until!.Value));
        }

        foreach ((int earlier, int later) in order.Zip(order.Skip(1)))
        {
            Join(issues, given[earlier].Until, given[later].From, later);
        }

        return issues.HasErrors ? new(null, issues.ToImmutable()) : new(new([.. order.Select(position => given[position])]), []);
    }

    /// <summary>What the person belonged to at an instant; null before the first period and after the last.</summary>
    public Unit? At(DateTimeOffset instant) => Periods.FirstOrDefault(period => period.Covers(instant))?.Unit;

    private static void Join(IssueList issues, DateTimeOffset? end, DateTimeOffset start, int later)
    {
        string? code = end is not { } until || until > start ? IssueCodes.UnitPeriodsOverlap
            : until < start ? IssueCodes.UnitPeriodGap
            : null;
        if (code is not null)
        {
            issues.Error(code, $"/{later}/from", ("from", start), ("until", end is null ? "-" : end.Value));
        }
    }
}
