namespace QualityKit.Statistics;

/// <summary>How far apart two values are for Krippendorff's alpha (Krippendorff 2011, Computing Krippendorff's alpha-reliability, section C).</summary>
public enum AlphaMetric
{
    /// <summary>The same or not: for yes/no questions and names.</summary>
    Nominal,

    /// <summary>How many ratings lie between: for scales of which only the order counts.</summary>
    Ordinal,

    /// <summary>The squared difference: for scores.</summary>
    Interval,

    /// <summary>The squared difference in proportion to the sum: for amounts of 0 or more.</summary>
    Ratio,
}
