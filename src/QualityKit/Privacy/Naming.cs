namespace QualityKit.Privacy;

/// <summary>How an agent is shown to somebody else.</summary>
public enum Naming
{
    /// <summary>By name.</summary>
    Named = 0,

    /// <summary>By a pseudonym, the same wherever it is shown.</summary>
    Pseudonym = 1,

    /// <summary>Not at all.</summary>
    Hidden = 2,
}
