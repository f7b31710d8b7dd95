using QualityKit.Methods;

namespace QualityKit.Calibration;

/// <summary>How far evaluators agree on one question.</summary>
public sealed record QuestionComparison
{
    /// <summary>The key of the question.</summary>
    public required string Key { get; init; }

    /// <summary>The evaluators whose answer is the benchmark's, in percent of all.</summary>
    public Fraction? Alignment { get; init; }

    /// <summary>The mean deviation in points, of evaluators where both scored; null where none did.</summary>
    public Fraction? MeanDeviation { get; init; }

    /// <summary>The mean deviation without signs.</summary>
    public Fraction? MeanAbsoluteDeviation { get; init; }

    /// <summary>How many evaluators scored it where the benchmark scored too.</summary>
    public int Scored { get; init; }

    /// <summary>How many evaluators say N/A where the benchmark scores, or the other way round.</summary>
    public int NotApplicableMismatches { get; init; }
}
