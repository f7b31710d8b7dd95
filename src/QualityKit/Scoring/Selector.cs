using System.Collections.Immutable;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>Drops questions by their values, or keeps some (rule S10).</summary>
internal sealed class Selector(ScoringMethod method, ImmutableArray<QuestionLine> lines)
{
    public void Drop()
    {
        if (method.Selection.Kind == SelectionKind.All)
        {
            return;
        }

        IEnumerable<QuestionLine> candidates = lines.Where(line => line.Counts && line.IsNormal && !line.Possible.IsZero);
        bool isPerGroup = method.Combination.Kind == CombinationKind.GroupWeights;
        foreach (IGrouping<int, QuestionLine> together in candidates.GroupBy(line => isPerGroup ? line.Plan.Group : 0).ToList())
        {
            DropFrom([.. together
                .OrderBy(line => line.Value)
                .ThenBy(line => line.Plan.Weight)
                .ThenBy(line => line.Plan.Source.Key, StringComparer.Ordinal)]);
        }
    }

    private void DropFrom(QuestionLine[] sorted)
    {
        (int first, int end) = Kept(sorted);
        for (int position = 0; position < sorted.Length; position++)
        {
            if (position < first || position >= end)
            {
                sorted[position].State = QuestionState.Dropped;
            }
        }
    }

    // What is kept lies together, whatever the rule: from a position, up to another without it.
    private (int First, int End) Kept(QuestionLine[] sorted)
    {
        (int count, int all) = (method.Selection.Count, sorted.Length);
        return method.Selection.Kind switch
        {
            SelectionKind.DropLowest => (count, all),
            SelectionKind.KeepHighest => (all - count, all),
            SelectionKind.KeepLowest => (0, count),
            SelectionKind.KeepMiddle => ((all - 1) / 2, (all / 2) + 1),
            _ => MostFrequent(sorted),
        };
    }

    // Of runs as long the last, whose value is the highest.
    private static (int First, int End) MostFrequent(QuestionLine[] sorted)
    {
        (int First, int End) longest = (0, 0);
        int first = 0;
        for (int end = 1; end <= sorted.Length; end++)
        {
            if (end == sorted.Length || sorted[end].Value != sorted[first].Value)
            {
                longest = end - first >= longest.End - longest.First ? (first, end) : longest;
                first = end;
            }
        }

        return longest;
    }
}
