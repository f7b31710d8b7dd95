namespace QualityKit.Rescoring;

/// <summary>Why a form is scored row by row instead of by columns; the results are the same, later.</summary>
public enum ColumnarLimit
{
    /// <summary>It is scored by columns.</summary>
    None = 0,

    /// <summary>The method or the structure needs more than sums of groups: inner groups, failures of a group, bonus questions, score rules, points or grades,
    /// dropped questions, filled means, bounds, or weights of N/A that move between groups.</summary>
    Method = 1,

    /// <summary>A question has more than 253 different answers.</summary>
    Codes = 2,

    /// <summary>Weights and points need large numbers: what a group can earn is more than 4,095 steps, what can count in it more than 254,
    /// or an answer earns more than is possible.</summary>
    Numbers = 3,
}
