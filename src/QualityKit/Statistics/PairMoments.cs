using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>Means, variances and the covariance of pairs, over n.</summary>
internal sealed class PairMoments
{
    public PairMoments(double[] x, double[] y)
    {
        double n = Math.Max(1, x.Length);
        MeanX = Mean(x);
        MeanY = Mean(y);
        double[] offX = [.. x.Select(value => value - MeanX)];
        double[] offY = [.. y.Select(value => value - MeanY)];
        VarianceX = StableSum.Of([.. offX.Select(off => off * off)]) / n;
        VarianceY = StableSum.Of([.. offY.Select(off => off * off)]) / n;
        Covariance = StableSum.Of([.. offX.Zip(offY, (a, b) => a * b)]) / n;
    }

    public double MeanX { get; }

    public double MeanY { get; }

    public double VarianceX { get; }

    public double VarianceY { get; }

    public double Covariance { get; }

    /// <summary>Null when one of the two does not vary.</summary>
    public double? Correlation => VarianceX == 0 || VarianceY == 0 ? null : Math.Clamp(Covariance / (Math.Sqrt(VarianceX) * Math.Sqrt(VarianceY)), -1, 1);

    // Relative to the first, so that equal values have just their value as mean.
    private static double Mean(double[] values) =>
        values.Length == 0 ? 0 : values[0] + (StableSum.Of([.. values.Select(value => value - values[0])]) / values.Length);
}
