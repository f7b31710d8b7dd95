using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>S10: drop the lowest, or keep the highest.</summary>
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
        var number = method.DropLowest ?? (method.KeepHighest is { } kept ? sorted.Count - kept : 0);
        return sorted.Take(number);
    }
}
