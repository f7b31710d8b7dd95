namespace QualityKit.Statistics;

/// <summary>The values that a statistic could well have in truth.</summary>
/// <param name="Lower">The lowest of them.</param>
/// <param name="Upper">The highest of them.</param>
/// <param name="Confidence">How often such an interval holds the truth: 0.95 for 95 of 100.</param>
public readonly record struct ConfidenceInterval(double Lower, double Upper, double Confidence)
{
    /// <summary>Whether a value lies in it, both ends included.</summary>
    public bool Contains(double value) => value >= Lower && value <= Upper;
}
