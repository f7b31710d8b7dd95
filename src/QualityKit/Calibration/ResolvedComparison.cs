using QualityKit.Methods;

namespace QualityKit.Calibration;

/// <summary>What all agreed on, beside what the expert and the evaluators had given.</summary>
public sealed record ResolvedComparison
{
    /// <summary>What was agreed on.</summary>
    public required ResolvedAnswer Resolved { get; init; }

    /// <summary>What it scores, in percent; null for N/A.</summary>
    public required Fraction? Score { get; init; }

    /// <summary>Whether there was an expert.</summary>
    public required bool HasExpert { get; init; }

    /// <summary>What the expert gave, in percent; null for N/A, and without an expert.</summary>
    public required Fraction? Expert { get; init; }

    /// <summary>Whether the expert had given the same; null without an expert.</summary>
    public bool? ExpertAgrees => HasExpert ? Expert == Score : null;

    /// <summary>How many evaluators had given the same.</summary>
    public required int Agreeing { get; init; }

    /// <summary>How many evaluators there are.</summary>
    public required int Evaluators { get; init; }

    /// <summary>Why; null when it was erased.</summary>
    public required string? Reason { get; init; }
}
