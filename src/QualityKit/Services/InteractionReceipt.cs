using QualityKit.Interactions;
using QualityKit.Retention;

namespace QualityKit.Services;

/// <summary>What became of an interaction that was reported.</summary>
public sealed record InteractionReceipt
{
    /// <summary>Which interaction.</summary>
    public required InteractionId Interaction { get; init; }

    /// <summary>How long it is kept, and why.</summary>
    public required RetentionDecision Decision { get; init; }

    /// <summary>Whether the command stored anything: an interaction that comes again unchanged stores nothing.</summary>
    public required bool HasChanged { get; init; }
}
