using System.Collections.Immutable;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>Chances of many tests, raised for their number: of twenty tests at 0.05 one comes out by chance alone.</summary>
public static class MultipleTests
{
    /// <summary>Holds the chance of any false finding (Holm 1979, A simple sequentially rejective multiple test procedure).</summary>
    /// <param name="chances">The p-values, each 0 to 1.</param>
    /// <returns>The adjusted p-values, in the same order: reject those that are at most the level.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is out of its range.</exception>
    public static ImmutableArray<double> Holm(params ReadOnlySpan<double> chances)
    {
        (double[] sorted, int[] order) = Ascending(chances);
        double most = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            most = Math.Max(most, (sorted.Length - i) * sorted[i]);
            sorted[i] = Math.Min(1, most);
        }

        return InOrder(sorted, order);
    }

    /// <summary>Holds the share of false ones among the findings (Benjamini and Hochberg 1995, Controlling the false discovery rate).</summary>
    /// <param name="chances">The p-values, each 0 to 1; of tests that are independent or rise together.</param>
    /// <returns>The adjusted p-values, in the same order: reject those that are at most the level.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is out of its range.</exception>
    public static ImmutableArray<double> BenjaminiHochberg(params ReadOnlySpan<double> chances)
    {
        (double[] sorted, int[] order) = Ascending(chances);
        double least = 1;
        for (int i = sorted.Length - 1; i >= 0; i--)
        {
            least = Math.Min(least, sorted.Length * sorted[i] / (i + 1));
            sorted[i] = least;
        }

        return InOrder(sorted, order);
    }

    private static (double[] Sorted, int[] Order) Ascending(ReadOnlySpan<double> chances)
    {
        double[] sorted = chances.ToArray();
        foreach (double chance in sorted)
        {
            Guard.Share(chance);
        }

        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);
        return (sorted, order);
    }

    private static ImmutableArray<double> InOrder(double[] sorted, int[] order)
    {
        double[] adjusted = new double[sorted.Length];
        for (int i = 0; i < order.Length; i++)
        {
            adjusted[order[i]] = sorted[i];
        }

        return [.. adjusted];
    }
}
