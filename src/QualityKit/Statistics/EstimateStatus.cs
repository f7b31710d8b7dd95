namespace QualityKit.Statistics;

/// <summary>Whether a statistic has a value, and if not, what would give it one.</summary>
public enum EstimateStatus
{
    /// <summary>There is a value.</summary>
    Ok,

    /// <summary>All that was given is alike, so nothing can be told apart. Rate cases that differ, or read the percent of agreement instead.</summary>
    NoVariation,

    /// <summary>There is too little that can be compared. Let at least two raters rate the same units, and several of them.</summary>
    InsufficientData,

    /// <summary>Raters share no chain of units, so they cannot be compared. Let one unit be rated across the parts.</summary>
    Disconnected,

    /// <summary>A predictor tells the outcomes apart without an exception, so its coefficient has no bound. Collect more, or leave it out.</summary>
    Separated,

    /// <summary>Some columns follow from others. Leave one of them out.</summary>
    RankDeficient,
}
