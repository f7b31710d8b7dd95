namespace QualityKit.Scoring;

/// <summary>What questions are put together for.</summary>
internal enum CombineMode
{
    /// <summary>The form as a whole: contributions are noted.</summary>
    Whole = 0,

    /// <summary>A sub-score by the method's own combination.</summary>
    Part = 1,

    /// <summary>A sub-score without weights (rule S19).</summary>
    RawPart = 2,
}
