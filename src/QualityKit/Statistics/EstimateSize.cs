namespace QualityKit.Statistics;

/// <summary>How much a statistic was made of.</summary>
internal readonly record struct EstimateSize(long Units, long Ratings, int Categories);
