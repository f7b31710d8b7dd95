namespace QualityKit.Forms;

/// <summary>What a score rule does to a score (rule S13).</summary>
public enum ScoreRuleEffect
{
    /// <summary>Adds its amount.</summary>
    Raise = 0,

    /// <summary>Subtracts its amount.</summary>
    Lower = 1,

    /// <summary>Puts its amount in place of the score; of several the lowest holds.</summary>
    SetTo = 2,

    /// <summary>Lifts a lower score to its amount; of several the highest holds.</summary>
    Minimum = 3,
}
