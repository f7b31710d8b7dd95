using System.Collections.Immutable;
using QualityKit.Scoring;

namespace QualityKit.Evaluations;

/// <summary>What an evaluator hands in.</summary>
public sealed record EvaluationAnswers
{
    /// <summary>The answers and comments.</summary>
    public required AnswerSheet Sheet { get; init; }

    /// <summary>The moments that answers are about.</summary>
    public ImmutableArray<AnswerMoment> Moments { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether the subject is asked to acknowledge, though the form does not ask; default no.</summary>
    public bool AsksAcknowledgement { get; init; }

    /// <summary>What should come of it; default nothing.</summary>
    public FollowUp FollowUp { get; init; }

    /// <summary>Answers with nothing beside them.</summary>
    public static EvaluationAnswers Of(AnswerSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return new() { Sheet = sheet };
    }
}
