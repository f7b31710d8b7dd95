using QualityKit.Methods;

namespace QualityKit.Calibration;

/// <summary>How often an evaluator's answer to a question is not the benchmark's.</summary>
public sealed record QuestionMiss
{
    /// <summary>The key of the question.</summary>
    public required string Key { get; init; }

    /// <summary>In how many interactions the answers differ, N/A against a score included.</summary>
    public required int Different { get; init; }

    /// <summary>In how many interactions there are two answers.</summary>
    public required int Compared { get; init; }

    /// <summary>The mean deviation in points where both scored; null where none did.</summary>
    public Fraction? MeanDeviation { get; init; }
}
