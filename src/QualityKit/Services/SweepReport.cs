using System.Collections.Immutable;
using QualityKit.Interactions;
using QualityKit.Retention;

namespace QualityKit.Services;

/// <summary>What a sweep did.</summary>
public sealed record SweepReport
{
    /// <summary>Why it deleted nothing until a person confirms.</summary>
    public required SweepPause Pause { get; init; }

    /// <summary>How many were ready to be deleted when it began.</summary>
    public required int Ready { get; init; }

    /// <summary>Deleted by it.</summary>
    public required ImmutableArray<InteractionId> Deleted { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Marked as due.</summary>
    public required ImmutableArray<InteractionId> Marked { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Not due any more.</summary>
    public required ImmutableArray<InteractionId> Unmarked { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Due, held and skipped.</summary>
    public required ImmutableArray<InteractionId> Held { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Left for the next sweep: holds, open work or the interaction changed meanwhile.</summary>
    public required ImmutableArray<InteractionId> Left { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Whether it stopped before it was through, as sweeps in the background do that use up their turn.</summary>
    public bool HasMore { get; init; }
}
