using QualityKit.Persistence;

namespace QualityKit.Services;

/// <summary>How far a handler got with the events of an entity in one round.</summary>
/// <param name="Progress">What is next for it.</param>
/// <param name="IsReady">Whether it could go on at once: its turn was over, or the page.</param>
/// <param name="Dead">The event that it gave up on; null for none. A round gives up on one at most.</param>
internal sealed record HandlerOutcome(HandlerProgress Progress, bool IsReady, DeadLetterDocument? Dead = null)
{
    /// <summary>When it goes on; null when it has had everything.</summary>
    public DateTimeOffset? NextAt(DateTimeOffset now) => IsReady ? now : Progress.RetryAt;
}
