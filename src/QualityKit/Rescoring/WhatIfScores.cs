using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Rescoring;

/// <summary>What all compared evaluations come to under one of the two forms.</summary>
public sealed class WhatIfScores
{
    internal WhatIfScores(SideState state, ScoreUnit unit, BinScale scale)
    {
        Average = ScoreAverage.Of(state.Count, unit, state.Totals, state.Weighted, state.Possible);
        Distribution = new ScoreDistribution(scale, state.Bins);
        FormFailed = state.FormFailed;
    }

    /// <summary>The exact averages (rule S22) over the evaluations that have a total here: the mean of scores and the ratio of sums.</summary>
    /// <remarks>After, provisional scores are among them; <see cref="WhatIfReport.Provisional"/> says how many.</remarks>
    public ScoreAverage Average { get; }

    /// <summary>Where the totals lie.</summary>
    public ScoreDistribution Distribution { get; }

    /// <summary>How many passed.</summary>
    public required long Passed { get; init; }

    /// <summary>How many failed.</summary>
    public required long Failed { get; init; }

    /// <summary>The share that passed of those that passed or failed; null when none did either.</summary>
    public Fraction? PassRate => Passed + Failed == 0 ? null : Fraction.Of(Passed, Passed + Failed);

    /// <summary>In how many something failed the whole form (rule S15).</summary>
    public long FormFailed { get; }
}
