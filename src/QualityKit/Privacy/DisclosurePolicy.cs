using System.Collections.Immutable;
using QualityKit.People;

namespace QualityKit.Privacy;

/// <summary>What a tenant or a site discloses of individual agents, as works councils and national law have it. It acts where data is read.</summary>
public sealed record DisclosurePolicy
{
    /// <summary>Everything by name: the policy until another is set. Cells of fewer than five persons are hidden all the same.</summary>
    public static DisclosurePolicy Open { get; } = new();

    /// <summary>What each role sees. Somebody with several roles sees what the most open of them sees; a role without a rule sees nobody's name, scores or trends, once there are rules.</summary>
    public ImmutableArray<DisclosureRule> Rules { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The fewest persons that a number in a report may be about; default 5, at least 1.</summary>
    public int SmallestCell
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 5;

    /// <summary>After how many months individual scores are only part of aggregates; null for never; at least 1.</summary>
    public int? AggregateAfterMonths
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? 1, 1);
            field = value;
        }
    }

    /// <summary>What somebody sees.</summary>
    /// <param name="reader">Who reads.</param>
    /// <param name="key">What pseudonyms are made with; null where there is none, and then who should be shown by pseudonym is hidden.</param>
    public Disclosure For(Actor reader, PrivacyKey? key)
    {
        ArgumentNullException.ThrowIfNull(reader);
        DisclosureRule[] rules = [.. Rules.Where(rule => reader.Roles.Contains(rule.Role))];
        return Rules.IsEmpty
            ? new(reader.Id, key, Naming.Named, showsScores: true, showsTrends: true) { AggregateAfterMonths = AggregateAfterMonths }
            : new(reader.Id, key, rules.Length == 0 ? Naming.Hidden : rules.Min(rule => rule.Naming), rules.Any(rule => rule.ShowsScores), rules.Any(rule => rule.ShowsTrends))
            {
                AggregateAfterMonths = AggregateAfterMonths,
            };
    }

    /// <summary>Which cells and totals of a table to leave out; see <see cref="DisclosureTable.Hide"/>.</summary>
    public DisclosureMask Hide(DisclosureTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Hide(SmallestCell);
    }
}
