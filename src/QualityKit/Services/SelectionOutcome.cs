using QualityKit.Evaluations;

namespace QualityKit.Services;

/// <summary>What came of a command for one evaluation of a selection.</summary>
public sealed record SelectionOutcome
{
    /// <summary>The evaluation.</summary>
    public required EvaluationId Evaluation { get; init; }

    /// <summary>What came of it; null when it failed.</summary>
    public EvaluationReceipt? Receipt { get; init; }

    /// <summary>Why it failed, as the command on this evaluation alone would have thrown it; null when it did not.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Whether it was done.</summary>
    public bool IsDone => Receipt is not null;

    /// <summary>The evaluation and whether it was done.</summary>
    public override string ToString() => $"{Evaluation}: {(IsDone ? "done" : Failure?.Message)}";
}
