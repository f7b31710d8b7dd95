using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.People;

namespace QualityKit.Services;

/// <summary>How far somebody is with an interaction of a session; never what they gave.</summary>
public sealed record CalibrationProgress
{
    /// <summary>Who evaluates.</summary>
    public required PersonId Evaluator { get; init; }

    /// <summary>The interaction.</summary>
    public required InteractionId Interaction { get; init; }

    /// <summary>Their evaluation.</summary>
    public required EvaluationId Evaluation { get; init; }

    /// <summary>Where it stands; null while it was not made.</summary>
    public required EvaluationStatus? Status { get; init; }
}
