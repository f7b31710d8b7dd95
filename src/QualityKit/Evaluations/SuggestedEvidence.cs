using QualityKit.Interactions;

namespace QualityKit.Evaluations;

/// <summary>What a machine goes by.</summary>
public sealed record SuggestedEvidence
{
    /// <summary>What was said or written; null for none.</summary>
    public string? Quote { get; init; }

    /// <summary>Where; null when it is not known.</summary>
    public MediaMoment? Moment { get; init; }

    /// <summary>Whether there is a quote; never the quote, which is personal.</summary>
    public override string ToString() => Quote is null ? "evidence" : "evidence with a quote";
}
