using QualityKit.Methods;

namespace QualityKit.Calibration;

/// <summary>How far an evaluator may be from the benchmark: inclusive, and decided in exact fractions, so that 64.01 is within 5 of 59.01.</summary>
public sealed record CalibrationTolerance
{
    private CalibrationTolerance()
    {
    }

    /// <summary>The distance allowed: points, or percent of the benchmark.</summary>
    public Fraction Amount { get; private init; }

    /// <summary>Whether the distance is in percent of the benchmark.</summary>
    public bool IsRelative { get; private init; }

    /// <summary>So many points of the score.</summary>
    /// <param name="points">0 or more; 5 is usual.</param>
    public static CalibrationTolerance Points(Fraction points) => new() { Amount = NotNegative(points) };

    /// <summary>So many percent of the benchmark.</summary>
    /// <param name="percent">0 or more.</param>
    public static CalibrationTolerance Relative(Fraction percent) => new() { Amount = NotNegative(percent), IsRelative = true };

    /// <summary>Whether a score is close enough to the benchmark. With a relative tolerance nothing but 0 is close to 0.</summary>
    public bool Allows(Fraction score, Fraction benchmark)
    {
        Fraction distance = Magnitude(score - benchmark);
        return IsRelative ? 100 * distance <= Amount * Magnitude(benchmark) : distance <= Amount;
    }

    /// <summary>How far apart they are, in the unit of <see cref="Amount"/>; null in percent of a benchmark of 0.</summary>
    internal Fraction? Distance(Fraction score, Fraction benchmark) =>
        !IsRelative ? score - benchmark : benchmark.IsZero ? null : 100 * (score - benchmark) / Magnitude(benchmark);

    internal static Fraction Magnitude(Fraction value) => Fraction.Abs(value);

    private static Fraction NotNegative(Fraction value) =>
        value.Sign >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), "a tolerance is 0 or more");
}
