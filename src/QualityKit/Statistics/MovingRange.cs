using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>How far each value is from the one before: what chance gives, with little of what drifts.</summary>
public static class MovingRange
{
    /// <summary>The mean range of two normal values in standard deviations, 2 / sqrt(pi) (Tippett 1925).</summary>
    public static readonly double D2 = 2 / Math.Sqrt(Math.PI);

    // The deviation of that range, sqrt(2 - 4 / pi).
    private static readonly double D3 = Math.Sqrt(2 - (4 / Math.PI));

    /// <summary>The mean moving range; null for fewer than two values (Shewhart 1931).</summary>
    /// <param name="values">The values, oldest first, each at most 1e100 from 0.</param>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public static double? Mean(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ControlChart.Usable(values);
        return values.Count < 2 ? null : Mean(values, values.Count);
    }

    /// <summary>What a moving range exceeds only rarely: (1 + 3 d3 / d2) times the mean (Montgomery 2020, section 6.4); null for fewer than two values.</summary>
    /// <param name="values">The values, oldest first, each at most 1e100 from 0.</param>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public static double? Upper(IReadOnlyList<double> values) => Mean(values) * (1 + (3 * D3 / D2));

    internal static double Mean(IReadOnlyList<double> values, int first) =>
        StableSum.Of([.. Enumerable.Range(1, first - 1).Select(i => Math.Abs(values[i] - values[i - 1]))]) / (first - 1);
}
