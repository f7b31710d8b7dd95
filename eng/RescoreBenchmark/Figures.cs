namespace QualityKit.RescoreBenchmark;

/// <summary>What every contestant works out.</summary>
/// <param name="Mean">The mean of the totals, in percent.</param>
/// <param name="Passed">How many passed.</param>
/// <param name="Good">How many totals lie in the band from 60.</param>
/// <param name="Excellent">How many totals lie in the band from 90.</param>
/// <param name="Failures">How many sheets failed as a whole.</param>
internal sealed record Figures(double Mean, long Passed, long Good, long Excellent, long Failures)
{
    /// <summary>Whether the counts are the same and the means differ by no more than floating point does.</summary>
    public bool AgreesWith(Figures other) =>
        this with { Mean = 0 } == other with { Mean = 0 } && Math.Abs(Mean - other.Mean) < 1e-7;
}
