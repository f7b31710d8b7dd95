using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Rescoring;
using QualityKit.Scoring;

namespace QualityKit.Tests.Rescoring;

/// <summary>Holds a summary against the scores that it is of, counted one by one.</summary>
internal static class SummaryCheck
{
    /// <summary>Where they differ; null when nowhere.</summary>
    public static string? Difference(ColumnSummary summary, EvaluationForm form, IReadOnlyCollection<CompactScore> scores)
    {
        ScoreAverage average = scores.Aggregate(ScoreAverage.Empty, (all, score) => score.Total is { } total ? all.Add(total, 1) : all);
        Score[] totals = [.. scores.Select(score => score.Total).OfType<Score>()];
        var expected = new List<(string Name, object? Expected, object? Actual)>
        {
            ("count", (long)scores.Count, summary.Count),
            ("scored", (long)totals.Length, summary.Scored),
            ("failures", scores.LongCount(score => score.HasFormFailed), summary.FormFailures),
            ("passed", scores.LongCount(score => score.Outcome == Outcome.Passed), summary.Passed),
            ("failed", scores.LongCount(score => score.Outcome == Outcome.Failed), summary.Failed),
            ("mean", average.Mean, summary.Mean),
        };
        foreach (BandCount band in summary.Bands)
        {
            expected.Add((band.Band.Name.ToString()!, totals.LongCount(total => ReferenceEquals(Verdict.BandOf(total, form.Bands), band.Band)), band.Count));
        }

        for (int bin = 0; bin < summary.Bins.Length; bin++)
        {
            long inside = totals.LongCount(total => summary.Limits.Count(limit => total >= limit) == bin);
            expected.Add(($"bin {bin}", inside, summary.Bins[bin]));
        }

        return expected.Where(number => !Equals(number.Expected, number.Actual))
            .Select(number => $"{number.Name}: {number.Actual}, expected {number.Expected}").FirstOrDefault();
    }
}
