using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>S10: drop the lowest, or keep the highest, the lowest, the middle or the most frequent.</summary>
internal static class Drops
{
    /// <summary>The same standings, the dropped ones marked so.</summary>
    public static IReadOnlyList<Standing> Apply(ScoringMethod method, IReadOnlyList<Standing> standings)
    {
        if (method.Combination is "sum" or "deductions" or "grade")
        {
            return standings;
        }

        var rivals = method.Combination == "groupWeights"
            ? standings.GroupBy(standing => standing.Question.Parent!.Key).Select(group => group.ToList())
            : [standings.ToList()];
        var dropped = rivals.SelectMany(group => Dropped(method, group)).ToHashSet();
        return standings.Select(standing => dropped.Contains(standing)
            ? standing with { State = QuestionState.Dropped }
            : standing).ToList();
    }

    // A question without a value cannot be compared, so it is neither dropped nor kept.
    private static IEnumerable<Standing> Dropped(ScoringMethod method, List<Standing> group)
    {
        var sorted = group
            .Where(standing => standing.Counts && standing.IsNormal && standing.Value is not null)
            .OrderBy(standing => standing.Value)
            .ThenBy(standing => standing.Question.Weight)
            .ThenBy(standing => standing.Question.Key, StringComparer.Ordinal)
            .ToList();
        var kept = Kept(method, sorted).ToList();
        return sorted.Where(standing => !kept.Contains(standing));
    }

    private static IEnumerable<Standing> Kept(ScoringMethod method, List<Standing> sorted)
    {
        if (method.DropLowest is { } dropped)
        {
            return sorted.Skip(dropped);
        }

        if (method.KeepHighest is { } highest)
        {
            return sorted.TakeLast(highest);
        }

        if (method.KeepLowest is { } lowest)
        {
            return sorted.Take(lowest);
        }

        if (method.KeepMiddle)
        {
            return sorted.Where((_, position) => position == (sorted.Count - 1) / 2 || position == sorted.Count / 2);
        }

        return method.KeepMostFrequent ? MostFrequent(sorted) : sorted;
    }

    // Of values that are equally frequent the highest.
    private static IEnumerable<Standing> MostFrequent(List<Standing> sorted) =>
        sorted.GroupBy(standing => standing.Value).OrderBy(equal => equal.Count()).ThenBy(equal => equal.Key).LastOrDefault() ?? Enumerable.Empty<Standing>();
}
