using BatchScoring.Chats;
using BatchScoring.Facts;
using QualityKit.Scoring;

namespace BatchScoring.Tallies;

/// <summary>A chat with its score.</summary>
internal sealed record ScoredChat : ChatResult
{
    public required Chat Chat { get; init; }

    public required ObservedFacts Facts { get; init; }

    /// <summary>It has a total; a chat without one is skipped.</summary>
    public required Scorecard Card { get; init; }
}
