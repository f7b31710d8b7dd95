namespace QualityKit.Methods;

/// <summary>What the critical score is computed from (rule S19).</summary>
public enum CriticalBasis
{
    /// <summary>The method's own combination, over critical questions alone.</summary>
    Weighted = 0,

    /// <summary>Points over possible points, without weights.</summary>
    Raw = 1,
}
