namespace QualityKit.CaseRunner.Averages;

/// <summary>What a number over evaluations is.</summary>
internal enum AverageKind
{
    /// <summary>The sum of scores over their number.</summary>
    MeanOfScores,

    /// <summary>The same, as its source rounded it.</summary>
    Printed,

    /// <summary>Points over possible points.</summary>
    RatioOfSums,

    /// <summary>How many evaluations count.</summary>
    Count,

    /// <summary>The share of evaluations that failed automatically.</summary>
    FailureRate,
}
