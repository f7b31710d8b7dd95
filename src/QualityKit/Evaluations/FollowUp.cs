namespace QualityKit.Evaluations;

/// <summary>What should come of an evaluation.</summary>
public enum FollowUp
{
    /// <summary>Nothing beyond the score.</summary>
    None = 0,

    /// <summary>The subject should hear what was good.</summary>
    Praise = 1,

    /// <summary>The subject should be coached.</summary>
    Coaching = 2,
}
