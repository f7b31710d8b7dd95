using QualityKit.Evaluations;
using QualityKit.People;
using QualityKit.Scoring;

namespace QualityKit.Calibration;

/// <summary>What one evaluator gave to an interaction, as it was recorded when the session was closed: scored, and without texts.</summary>
internal sealed record RecordedSheet
{
    public required PersonId Evaluator { get; init; }

    /// <summary>The evaluation and the version that it was taken from.</summary>
    public required EvaluationId Evaluation { get; init; }

    public required int Version { get; init; }

    public required AnswerSheet Answers { get; init; }

    public required CalibrationSheet Sheet { get; init; }
}
