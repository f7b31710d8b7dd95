namespace QualityKit.Methods;

/// <summary>How a group's own questions make its ratio (rule S8).</summary>
public enum GroupBasis
{
    /// <summary>The weighted mean of question values.</summary>
    QuestionWeights = 0,

    /// <summary>Points over possible points.</summary>
    Points = 1,
}
