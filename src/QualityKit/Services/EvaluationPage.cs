using System.Collections.Immutable;

namespace QualityKit.Services;

/// <summary>One page of a list of evaluations.</summary>
public sealed record EvaluationPage
{
    /// <summary>The evaluations that the actor may see. There may be fewer than were asked for, and none, though more follow.</summary>
    public required ImmutableArray<EvaluationSummary> Evaluations { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>What to ask for the next page with; null when there is nothing behind it.</summary>
    public string? Next { get; init; }
}
