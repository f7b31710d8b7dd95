using QualityKit.Interactions;

namespace QualityKit.Evaluations;

/// <summary>The moment that an answer is about.</summary>
public sealed record AnswerMoment
{
    /// <summary>The key of the question.</summary>
    public required string Question { get; init; }

    /// <summary>Where in the media.</summary>
    public required MediaMoment Moment { get; init; }
}
