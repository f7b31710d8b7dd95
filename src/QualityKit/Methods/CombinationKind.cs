namespace QualityKit.Methods;

/// <summary>The ways to put questions together (rules S7 to S9).</summary>
public enum CombinationKind
{
    /// <summary>Each group's own ratio, then the weighted mean of groups, down the tree (rule S8).</summary>
    GroupWeights = 0,

    /// <summary>The weighted mean of question values over the whole form; group weights are ignored (rule S7).</summary>
    QuestionWeights = 1,

    /// <summary>Weighted points over weighted possible points; weights are free factors (rule S7).</summary>
    WeightedPoints = 2,

    /// <summary>Points over possible points; all weights are ignored (rule S7).</summary>
    TotalPoints = 3,

    /// <summary>Start at a number and subtract the points lost (rule S9).</summary>
    Deductions = 4,

    /// <summary>The sum of points, without a denominator (rule S9).</summary>
    Sum = 5,

    /// <summary>The weighted mean of grades, where lower is better (rule S9).</summary>
    Grade = 6,
}
