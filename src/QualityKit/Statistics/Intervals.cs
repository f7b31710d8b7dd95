using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>Intervals from a value and its standard error.</summary>
internal static class Intervals
{
    /// <summary>The value less and plus t standard errors, cut off above what the value can be at most.</summary>
    public static ConfidenceInterval StudentT(double value, double error, double degrees, double confidence, double most = double.PositiveInfinity)
    {
        double margin = error == 0 ? 0 : StudentTDistribution.UpperQuantile((1 - confidence) / 2, degrees) * error;
        return new ConfidenceInterval(value - margin, Math.Max(value, Math.Min(value + margin, most)), confidence);
    }

    /// <summary>The value less and plus z standard errors, cut off above what the value can be at most.</summary>
    public static ConfidenceInterval Normal(double value, double error, double confidence, double most = double.PositiveInfinity)
    {
        double margin = NormalDistribution.UpperQuantile((1 - confidence) / 2) * error;
        return new ConfidenceInterval(value - margin, Math.Max(value, Math.Min(value + margin, most)), confidence);
    }
}
