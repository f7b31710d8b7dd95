namespace QualityKit.Reference.Statistics;

/// <summary>A coefficient of agreement as exact fractions; without a value where chance alone agrees always.</summary>
public sealed record ExactCoefficient(ExactNumber? Observed, ExactNumber Chance, ExactNumber? Value, ExactNumber? Variance);
