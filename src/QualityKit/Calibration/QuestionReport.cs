using QualityKit.Methods;

namespace QualityKit.Calibration;

/// <summary>One question over all interactions and evaluators of a report.</summary>
public sealed record QuestionReport
{
    /// <summary>The question.</summary>
    public required CalibrationQuestion Question { get; init; }

    /// <summary>The answers that are the benchmark's, in percent of all; null when there are none.</summary>
    public Fraction? Alignment { get; init; }

    /// <summary>The mean deviation in points where both scored; null where none did.</summary>
    public Fraction? MeanDeviation { get; init; }

    /// <summary>The mean deviation without signs.</summary>
    public Fraction? MeanAbsoluteDeviation { get; init; }

    /// <summary>How many answers there are.</summary>
    public required int Answers { get; init; }

    /// <summary>How many answers say N/A where the benchmark scores, or the other way round.</summary>
    public required int NotApplicableMismatches { get; init; }

    /// <summary>How far the evaluators agree with each other.</summary>
    public required AnswerAgreement Agreement { get; init; }
}
