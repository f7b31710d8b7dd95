using QualityKit.Interactions;

namespace QualityKit.Retention;

/// <summary>An interaction as a sweep looks at it.</summary>
public sealed record SweepItem
{
    /// <summary>Which interaction.</summary>
    public required InteractionId Interaction { get; init; }

    /// <summary>How long it is kept, decided anew with today's holds.</summary>
    public required RetentionDecision Decision { get; init; }

    /// <summary>When an earlier sweep marked it as due; null when none did, or when the mark was revoked.</summary>
    public DateTimeOffset? MarkedAt { get; init; }
}
