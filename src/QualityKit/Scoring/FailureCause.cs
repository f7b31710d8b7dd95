namespace QualityKit.Scoring;

/// <summary>Why a question failed its scope (rule S15).</summary>
public enum FailureCause
{
    /// <summary>An option or range flagged as failing was chosen.</summary>
    Option = 0,

    /// <summary>A fatal question was answered below its best.</summary>
    Fatal = 1,

    /// <summary>A critical question's value is below the method's limit.</summary>
    Critical = 2,
}
