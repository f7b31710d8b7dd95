namespace QualityKit.Analysis;

/// <summary>How a question takes part in a score.</summary>
internal enum StakeKind
{
    /// <summary>As if it were not there.</summary>
    Absent = 0,

    /// <summary>Left out as N/A: its weight may be there (rule S6).</summary>
    LeftOut = 1,

    /// <summary>With points.</summary>
    Counts = 2,
}
