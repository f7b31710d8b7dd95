namespace QualityKit.Methods;

/// <summary>What too few answers do (rule S12).</summary>
public enum LeastAnswersEffect
{
    /// <summary>There is no total.</summary>
    NoScore = 0,

    /// <summary>The total stands, with a flag on the scorecard.</summary>
    Warning = 1,
}
