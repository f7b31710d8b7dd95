namespace QualityKit.Evaluations;

/// <summary>What became of a machine's suggestion for one question.</summary>
public sealed record MachineDecision
{
    /// <summary>The key of the question.</summary>
    public required string Question { get; init; }

    /// <summary>What became of it.</summary>
    public required MachineDecisionKind Kind { get; init; }
}
