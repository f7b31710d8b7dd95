using System.Collections.Immutable;

namespace QualityKit.Statistics;

/// <summary>Which raters are linked by chains of units that two of them rated: union and find (Galler and Fischer 1964).</summary>
internal static class RaterGraph
{
    /// <summary>The parts, by the numbers of their raters; raters who rated nothing belong to none.</summary>
    public static ImmutableArray<ImmutableArray<int>> Components(Ratings ratings)
    {
        int[] parents = [.. Enumerable.Range(0, ratings.RaterCount)];
        bool[] isUsed = new bool[ratings.RaterCount];
        for (int unit = 0; unit < ratings.UnitCount; unit++)
        {
            ReadOnlySpan<int> raters = ratings.RatersOf(unit);
            foreach (int rater in raters)
            {
                isUsed[rater] = true;
                parents[Root(parents, rater)] = Root(parents, raters[0]);
            }
        }

        return [.. Enumerable.Range(0, parents.Length)
            .Where(rater => isUsed[rater])
            .GroupBy(rater => Root(parents, rater))
            .Select(group => group.ToImmutableArray())];
    }

    private static int Root(int[] parents, int rater)
    {
        while (parents[rater] != rater)
        {
            parents[rater] = parents[parents[rater]];
            rater = parents[rater];
        }

        return rater;
    }
}
