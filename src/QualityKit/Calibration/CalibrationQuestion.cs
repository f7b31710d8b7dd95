using QualityKit.Methods;

namespace QualityKit.Calibration;

/// <summary>A question that evaluators are compared on.</summary>
public sealed record CalibrationQuestion
{
    /// <summary>The key of the question.</summary>
    public required string Key { get; init; }

    /// <summary>The key of its group.</summary>
    public required string Group { get; init; }

    /// <summary>How much it weighs among all questions, 0 or more. The default is 1.</summary>
    public Fraction Weight { get; init; } = Fraction.One;

    /// <summary>The most points it can earn, above 0. The default is 1.</summary>
    public Fraction Maximum { get; init; } = Fraction.One;

    /// <summary>Whether less than its most points is a critical error. The default is no.</summary>
    public bool IsCritical { get; init; }
}
