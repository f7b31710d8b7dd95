namespace QualityKit.Evaluations;

/// <summary>What brought an evaluation about.</summary>
public sealed record EvaluationOrigin
{
    /// <summary>A person.</summary>
    public static EvaluationOrigin ByHand { get; } = new() { Kind = EvaluationOriginKind.ByHand };

    /// <summary>What it was.</summary>
    public required EvaluationOriginKind Kind { get; init; }

    /// <summary>The id of the policy, the session, the machine or the other system; null for a person.</summary>
    public string? Reference { get; init; }
}
