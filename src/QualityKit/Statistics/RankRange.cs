namespace QualityKit.Statistics;

/// <summary>Where one of many stands, and where it could stand.</summary>
/// <param name="Index">Its position in what was given.</param>
/// <param name="Rank">Its rank by the value alone, 1 for the highest, equal values sharing the better one; null when it has no value.</param>
/// <param name="Best">The best rank that is not ruled out: 1 and how many are established to be higher.</param>
/// <param name="Worst">The worst rank that is not ruled out: all but those that are established to be lower.</param>
public readonly record struct RankRange(int Index, int? Rank, int Best, int Worst);
