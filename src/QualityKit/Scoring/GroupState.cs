namespace QualityKit.Scoring;

/// <summary>What became of a group in a score.</summary>
public enum GroupState
{
    /// <summary>It has a score.</summary>
    Scored = 0,

    /// <summary>The group as a whole was marked N/A and nothing in it counts.</summary>
    NotApplicable = 1,

    /// <summary>It, or a group around it, is not visible.</summary>
    Hidden = 2,

    /// <summary>Nothing in it gives a score of its own.</summary>
    NoScore = 3,
}
