namespace QualityKit.Methods;

/// <summary>Which average over evaluations a vendor documents (rule S22).</summary>
public enum VendorAverage
{
    /// <summary>None is documented.</summary>
    Unstated = 0,

    /// <summary>The sum of scores over their number: <c>ScoreAverage.Mean</c>.</summary>
    MeanOfScores = 1,

    /// <summary>Points over possible points: <c>ScoreAverage.RatioOfSums</c>.</summary>
    RatioOfSums = 2,

    /// <summary>Both, as the report says.</summary>
    Either = 3,
}
