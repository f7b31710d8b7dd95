using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>How many values pass until a chart signals, on average: without a shift its false-alarm rate, with one how quick it is.</summary>
/// <remarks>For independent normal values whose mean and deviation are known; with limits from few values false alarms are more frequent (Jones, Champ and Rigdon 2004).</remarks>
public static class AverageRunLength
{
    /// <summary>What the method can tell: longer run lengths drown in rounding.</summary>
    public const double Longest = 1e9;

    private const double LongestRaw = 1e12;

    /// <summary>Of limits at so many standard deviations on both sides: 1 / (Q(L - d) + Q(L + d)) (Montgomery 2020, section 5.3.3).</summary>
    /// <param name="sigmas">L, above 0.</param>
    /// <param name="shift">d, in standard deviations.</param>
    /// <returns>1 or more; null when it is above <see cref="Longest"/>.</returns>
    public static double? Shewhart(double sigmas, double shift = 0)
    {
        Guard.Positive(sigmas);
        Guard.Finite(shift);
        return Shown(1 / (NormalDistribution.Upper(sigmas - shift) + NormalDistribution.Upper(sigmas + shift)));
    }

    /// <summary>Of a two-sided CUSUM: the integral equation of each side (Page 1954), solved with Gauss-Legendre nodes (Goel and Wu 1971), and 1 / ARL as the sum of both sides (Kemp 1961).</summary>
    /// <param name="allowance">K in standard deviations, 0 to 10.</param>
    /// <param name="decision">H in standard deviations, above 0 to 50.</param>
    /// <param name="shift">In standard deviations, -10 to 10.</param>
    /// <returns>1 or more; null when it is above <see cref="Longest"/>.</returns>
    public static double? Cusum(double allowance, double decision, double shift = 0)
    {
        Within(allowance, 0, 10, nameof(allowance));
        Guard.Positive(decision);
        Within(decision, 0, 50, nameof(decision));
        Within(shift, -10, 10, nameof(shift));
        return Shown(1 / ((1 / OneSide(allowance, decision, shift)) + (1 / OneSide(allowance, decision, -shift))));
    }

    /// <summary>Of an EWMA within its steady limits: the integral equation of Crowder (1987), solved with Gauss-Legendre nodes.</summary>
    /// <param name="lambda">The weight of the newest, 0.01 to 1.</param>
    /// <param name="width">L, above 0 to 10.</param>
    /// <param name="shift">In standard deviations, -10 to 10.</param>
    /// <returns>1 or more; null when it is above <see cref="Longest"/>.</returns>
    public static double? Ewma(double lambda, double width, double shift = 0)
    {
        Within(lambda, 0.01, 1, nameof(lambda));
        Guard.Positive(width);
        Within(width, 0, 10, nameof(width));
        Within(shift, -10, 10, nameof(shift));
        double limit = width * Math.Sqrt(lambda / (2 - lambda));
        var rule = GaussLegendre.Of(Nodes(2 * limit / lambda), -limit, limit);

        // The average starts on the target, which becomes one more unknown without a weight.
        double[] nodes = [0, .. rule.Nodes];
        double[] weights = [0, .. rule.Weights];
        double[]? lengths = Solve(nodes.Length, (i, j) => weights[j] / lambda * NormalDistribution.Density(((nodes[j] - ((1 - lambda) * nodes[i])) / lambda) - shift));
        return Shown(lengths?[0] ?? double.PositiveInfinity);
    }

    private static double OneSide(double allowance, double decision, double shift)
    {
        var rule = GaussLegendre.Of(Nodes(decision), 0, decision);
        double[] nodes = [0, .. rule.Nodes];
        double[] weights = [0, .. rule.Weights];

        // A sum of 0 is where it starts, and where every sum below 0 goes.
        double[]? lengths = Solve(nodes.Length, (i, j) => j == 0
            ? NormalDistribution.Lower(allowance - shift - nodes[i])
            : weights[j] * NormalDistribution.Density(nodes[j] - nodes[i] + allowance - shift));
        return lengths?[0] is { } length and >= 1 and <= LongestRaw ? length : double.PositiveInfinity;
    }

    // Run lengths L with L(i) = 1 + sum over j of step(i, j) L(j).
    private static double[]? Solve(int size, Func<int, int, double> step)
    {
        Matrix matrix = Matrix.Identity(size);
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                matrix[i, j] -= step(i, j);
            }
        }

        var factors = new QrFactorization(matrix);
        return factors.IsFullRank ? factors.Solve(Enumerable.Repeat(1.0, size).ToArray()) : null;
    }

    // Enough for the step's bell curve, which is one wide.
    private static int Nodes(double width) => Math.Min(400, 40 + (int)(5 * width));

    private static double? Shown(double length) => length is >= 1 and <= Longest ? length : null;

    private static void Within(double value, double least, double most, string name)
    {
        if (!(value >= least && value <= most))
        {
            throw new ArgumentOutOfRangeException(name, value, System.FormattableString.Invariant($"a number of {least} to {most} is needed"));
        }
    }
}
