namespace QualityKit.Scoring;

/// <summary>What the quick path does with a question that has no answer (rule S6).</summary>
internal enum QuickFill
{
    /// <summary>Left out like a hidden question.</summary>
    Absent = 0,

    /// <summary>Left out; its weight is noted.</summary>
    LeftOut = 1,

    /// <summary>Counts with full marks.</summary>
    Full = 2,

    /// <summary>Counts with zero.</summary>
    Zero = 3,
}
