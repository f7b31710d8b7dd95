using QualityKit.Statistics;

namespace QualityKit.Calibration;

/// <summary>Whether a machine may answer a question, and why.</summary>
public sealed record GateDecision
{
    /// <summary>The key of the question.</summary>
    public required string Question { get; init; }

    /// <summary>How many answers agree with the expert's, of how many.</summary>
    public required SampleShare Agreed { get; init; }

    /// <summary>Their share, with the interval whose lower end decides.</summary>
    public required Estimate Share { get; init; }

    /// <summary>The agreement beyond chance: a machine that always says yes agrees often, and means nothing.</summary>
    public required AnswerAgreement Agreement { get; init; }

    /// <summary>Whether the machine may answer by itself.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>About how many more answers open the gate if they agree as often as those so far: 0 when it is open; null when they agree too seldom.</summary>
    public int? CasesNeeded { get; init; }
}
