using BatchScoring.Chats;

namespace BatchScoring.Tallies;

/// <summary>A chat that is in order and gives nothing to score.</summary>
internal sealed record SkippedChat : ChatResult
{
    public required Chat Chat { get; init; }

    public required SkipReason Reason { get; init; }
}
