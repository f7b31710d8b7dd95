namespace QualityKit.Scoring;

/// <summary>What changed a score after the sum.</summary>
public enum AdjustmentKind
{
    /// <summary>A score rule raised, lowered, set or lifted it (rule S13).</summary>
    Rules = 0,

    /// <summary>A failure zeroed it (rule S16).</summary>
    Failure = 1,

    /// <summary>It was above what is possible and was capped (rule S14).</summary>
    Cap = 2,

    /// <summary>It was below zero and was lifted to it (rule S14).</summary>
    Floor = 3,
}
