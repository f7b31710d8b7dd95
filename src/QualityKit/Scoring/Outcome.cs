namespace QualityKit.Scoring;

/// <summary>Whether an evaluation passed (rule S18).</summary>
public enum Outcome
{
    /// <summary>Nothing to pass, or no score.</summary>
    None = 0,

    /// <summary>It meets the pass rule and nothing failed it.</summary>
    Passed = 1,

    /// <summary>It is below the pass mark, or a form-wide failure occurred.</summary>
    Failed = 2,
}
