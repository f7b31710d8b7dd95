namespace QualityKit.Methods;

/// <summary>How an unanswered question that is not required is scored (rule S6).</summary>
public enum UnansweredRule
{
    /// <summary>By the rule for N/A.</summary>
    AsNotApplicable = 0,

    /// <summary>With zero.</summary>
    AsZero = 1,
}
