using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>What a statistic was in samples drawn again, in ascending order.</summary>
internal static class Replicates
{
    /// <summary>Their sample standard deviation: the standard error of the statistic. Needs two.</summary>
    public static double Error(double[] sorted)
    {
        double mean = StableSum.Of(sorted) / sorted.Length;
        return Math.Sqrt(StableSum.Of([.. sorted.Select(replicate => (replicate - mean) * (replicate - mean))]) / (sorted.Length - 1));
    }

    /// <summary>What a share of them is at most, interpolated between two (Hyndman and Fan 1996, type 7).</summary>
    public static double Quantile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int low = (int)place;
        return low >= sorted.Length - 1 ? sorted[^1] : sorted[low] + ((place - low) * (sorted[low + 1] - sorted[low]));
    }
}
