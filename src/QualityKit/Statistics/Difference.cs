using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>How far two agents, teams or months are apart, and whether that is established.</summary>
public sealed record Difference
{
    private Difference(Estimate estimate, double? pValue = null)
    {
        Estimate = estimate;
        PValue = pValue;
    }

    /// <summary>The first less the second, with its interval; without one where the samples do not say how much others would differ.</summary>
    public Estimate Estimate { get; }

    /// <summary>The two-sided chance of a difference as large if there were none; null for shares, and where there is no interval.</summary>
    public double? PValue { get; }

    /// <summary>What can be said.</summary>
    public DifferenceVerdict Verdict => Estimate.Interval switch
    {
        { Lower: > 0 } => DifferenceVerdict.FirstHigher,
        { Upper: < 0 } => DifferenceVerdict.SecondHigher,
        _ => DifferenceVerdict.NotEstablished,
    };

    /// <summary>The difference of two means of independent samples, whose deviations need not be equal: Welch's t (1947), with the degrees of freedom of Satterthwaite (1946).</summary>
    /// <param name="first">The first sample.</param>
    /// <param name="second">The second sample.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public static Difference Of(SampleMean first, SampleMean second, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        Guard.Chance(confidence);
        var size = new EstimateSize(first.Count + second.Count, first.Count + second.Count, 0);
        if (first.Mean - second.Mean is not { } value)
        {
            return new Difference(Estimate.None(EstimateStatus.InsufficientData, size));
        }

        if (first.VarianceOfMean is not { } one || second.VarianceOfMean is not { } other)
        {
            return new Difference(Estimate.Of(value, size));
        }

        double error = Math.Sqrt(one + other);
        if (error == 0)
        {
            return new Difference(Estimate.Of(value, size, 0, new ConfidenceInterval(value, value, confidence)), value == 0 ? 1 : 0);
        }

        double degrees = 1 / (Part(one, first) + Part(other, second));
        return new Difference(
            Estimate.Of(value, size, error, Intervals.StudentT(value, error, degrees, confidence)),
            StudentTDistribution.TwoSided(value / error, degrees));

        double Part(double variance, SampleMean sample) => variance == 0 ? 0 : variance / (one + other) * (variance / (one + other)) / (sample.Count - 1);
    }

    /// <summary>The difference of two shares of independent samples, from their Wilson intervals (Newcombe 1998b, method 10).</summary>
    /// <param name="first">The first sample.</param>
    /// <param name="second">The second sample.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public static Difference Of(SampleShare first, SampleShare second, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var size = new EstimateSize(first.Trials + second.Trials, first.Trials + second.Trials, 2);
        if (first.Interval(confidence).Interval is not { } one || second.Interval(confidence).Interval is not { } other)
        {
            return new Difference(Estimate.None(EstimateStatus.InsufficientData, size));
        }

        (double p, double q) = (first.Share!.Value, second.Share!.Value);
        double lower = p - q - double.Hypot(p - one.Lower, other.Upper - q);
        double upper = p - q + double.Hypot(one.Upper - p, q - other.Lower);
        return new Difference(Estimate.Of(p - q, size, null, new ConfidenceInterval(lower, upper, confidence)));
    }
}
