using System.Collections.Immutable;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>Drops the lowest or keeps the highest (rule S10).</summary>
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
            DropFrom([.. together]);
        }
    }

    private void DropFrom(QuestionLine[] together)
    {
        int count = method.Selection.Kind == SelectionKind.DropLowest
            ? Math.Min(method.Selection.Count, together.Length)
            : Math.Max(0, together.Length - method.Selection.Count);
        foreach (QuestionLine line in together
            .OrderBy(line => line.Value)
            .ThenBy(line => line.Plan.Weight)
            .ThenBy(line => line.Plan.Source.Key, StringComparer.Ordinal)
            .Take(count))
        {
            line.State = QuestionState.Dropped;
        }
    }
}
