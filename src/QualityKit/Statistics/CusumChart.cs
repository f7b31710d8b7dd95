using System.Collections.Immutable;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>Two running sums of what exceeds the target by more than an allowance, above and below: the quickest chart for a lasting shift, and it says since when (Page 1954; Montgomery 2020, section 9.1).</summary>
public sealed record CusumChart
{
    private CusumChart()
    {
    }

    /// <summary>The sums of what is above, max(0, x - (target + K) + the last sum).</summary>
    public ImmutableArray<double> Upper { get; private init; }

    /// <summary>The sums of what is below, max(0, (target - K) - x + the last sum).</summary>
    public ImmutableArray<double> Lower { get; private init; }

    /// <summary>For how many points the upper sum has been above 0.</summary>
    public ImmutableArray<int> UpperRun { get; private init; }

    /// <summary>For how many points the lower sum has been above 0.</summary>
    public ImmutableArray<int> LowerRun { get; private init; }

    /// <summary>Every point at which a sum is above H, oldest first; it holds since the sum was last 0.</summary>
    public ImmutableArray<ChartSignal> Signals { get; private init; }

    /// <summary>The first drop; null when there is none.</summary>
    public ChartSignal? Drop => Signals.Where(signal => signal.Side == ChartSide.Below).Cast<ChartSignal?>().FirstOrDefault();

    /// <summary>Charts values. How often there is a false alarm is <see cref="AverageRunLength.Cusum"/> of K and H in standard deviations: once in 465 values for 0.5 and 5.</summary>
    /// <param name="values">The values, oldest first, each at most 1e100 from 0.</param>
    /// <param name="target">The mean when nothing changed.</param>
    /// <param name="allowance">K, 0 or more: half the shift to be seen, in the unit of the values.</param>
    /// <param name="decision">H, above 0, in the unit of the values.</param>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public static CusumChart Of(IReadOnlyList<double> values, double target, double allowance, double decision)
    {
        ArgumentNullException.ThrowIfNull(values);
        ControlChart.Usable(values);
        Guard.Finite(target);
        Guard.NotNegative(allowance);
        Guard.Finite(allowance);
        Guard.Positive(decision);
        (double[] upper, int[] upperRun) = Sums(values, value => value - (target + allowance));
        (double[] lower, int[] lowerRun) = Sums(values, value => target - allowance - value);
        var signals = new List<ChartSignal>();
        for (int i = 0; i < upper.Length; i++)
        {
            if (lower[i] > decision)
            {
                signals.Add(new ChartSignal(i, i - lowerRun[i] + 1, ChartSide.Below));
            }

            if (upper[i] > decision)
            {
                signals.Add(new ChartSignal(i, i - upperRun[i] + 1, ChartSide.Above));
            }
        }

        return new CusumChart { Upper = [.. upper], Lower = [.. lower], UpperRun = [.. upperRun], LowerRun = [.. lowerRun], Signals = [.. signals] };
    }

    private static (double[] Sums, int[] Runs) Sums(IReadOnlyList<double> values, Func<double, double> excess)
    {
        double[] sums = new double[values.Count];
        int[] runs = new int[values.Count];
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] = Math.Max(0, excess(values[i]) + (i > 0 ? sums[i - 1] : 0));
            runs[i] = sums[i] > 0 ? 1 + (i > 0 ? runs[i - 1] : 0) : 0;
        }

        return (sums, runs);
    }
}
