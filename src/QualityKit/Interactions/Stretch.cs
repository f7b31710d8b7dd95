using System.Collections.Immutable;

namespace QualityKit.Interactions;

/// <summary>A stretch of the time line of an interaction.</summary>
public sealed record Stretch
{
    /// <summary>Where it begins, from the start of the interaction; 0 or more.</summary>
    public required TimeSpan From { get; init; }

    /// <summary>Where it ends; not before <see cref="From"/>.</summary>
    public required TimeSpan Until { get; init; }

    /// <summary>How long some stretches are together, each moment once, without the moments of others.</summary>
    internal static TimeSpan Total(IEnumerable<Stretch> stretches, IEnumerable<Stretch> without)
    {
        ImmutableArray<Stretch> counted = Merge(stretches);
        ImmutableArray<Stretch> left = Merge(without);
        long ticks = counted.Sum(stretch => (stretch.Until - stretch.From).Ticks);
        foreach (Stretch stretch in counted)
        {
            ticks -= left.Sum(other => Math.Max(0, (Min(stretch.Until, other.Until) - Max(stretch.From, other.From)).Ticks));
        }

        return new(ticks);
    }

    private static ImmutableArray<Stretch> Merge(IEnumerable<Stretch> stretches)
    {
        var merged = ImmutableArray.CreateBuilder<Stretch>();
        foreach (Stretch stretch in stretches.OrderBy(stretch => stretch.From))
        {
            if (merged.Count > 0 && stretch.From <= merged[^1].Until)
            {
                merged[^1] = merged[^1] with { Until = Max(merged[^1].Until, stretch.Until) };
            }
            else
            {
                merged.Add(stretch);
            }
        }

        return merged.ToImmutable();
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
