using System.Collections.Immutable;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>What changed beside the number of a score.</summary>
internal static class DiffRemarks
{
    public static ImmutableArray<ScoreDiffLine> Of(Scorecard before, Scorecard after)
    {
        var lines = new DiffLines(ScoreUnit.Share);
        if (before.Total is null || after.Total is null)
        {
            lines.Add(ScoreDiffCause.NoTotal, "", null, ("before", before.Total), ("after", after.Total));
        }
        else if (before.Total.Value.Unit != after.Total.Value.Unit)
        {
            lines.Add(ScoreDiffCause.OtherUnit, "", null, ("before", before.Total), ("after", after.Total));
        }

        if (before.Outcome != after.Outcome)
        {
            lines.Add(ScoreDiffCause.Outcome, "", null, ("before", before.Outcome), ("after", after.Outcome));
        }

        if (before.Band?.Name.Text != after.Band?.Name.Text)
        {
            lines.Add(ScoreDiffCause.Band, "", null, ("before", before.Band?.Name), ("after", after.Band?.Name));
        }

        return lines.ToImmutable();
    }
}
