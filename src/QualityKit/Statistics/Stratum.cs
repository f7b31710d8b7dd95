namespace QualityKit.Statistics;

/// <summary>A part of a population that is sampled for itself: an agent, a queue, a channel.</summary>
/// <param name="Size">How many interactions it has, 0 or more.</param>
/// <param name="StandardDeviation">How much their scores differ, 0 or more; earlier months say it.</param>
public readonly record struct Stratum(int Size, double StandardDeviation);
