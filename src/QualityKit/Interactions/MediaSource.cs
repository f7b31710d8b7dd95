namespace QualityKit.Interactions;

/// <summary>Media as the place that keeps it knows it.</summary>
public sealed record MediaSource
{
    /// <summary>Names it there.</summary>
    public required string Id { get; init; }

    /// <summary>Which interaction it says it shows; null when it does not say.</summary>
    public required InteractionId? Interaction { get; init; }
}
