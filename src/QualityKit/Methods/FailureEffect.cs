namespace QualityKit.Methods;

/// <summary>What a failure does to the scope that failed (rule S16).</summary>
public enum FailureEffect
{
    /// <summary>Its score becomes 0, unless it is already lower.</summary>
    Zero = 0,

    /// <summary>The number stays; the outcome is failed.</summary>
    OutcomeOnly = 1,
}
