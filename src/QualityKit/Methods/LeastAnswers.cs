namespace QualityKit.Methods;

/// <summary>The least number of answers that a score needs (rule S12).</summary>
public sealed record LeastAnswers
{
    /// <summary>How many answered questions must count, from 1.</summary>
    public required int Count { get; init; }

    /// <summary>What happens when there are fewer; by default there is no score.</summary>
    public LeastAnswersEffect Effect { get; init; } = LeastAnswersEffect.NoScore;
}
