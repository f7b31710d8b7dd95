using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>One change to the score of a group or the form after the sum.</summary>
internal sealed record Adjustment
{
    public required AdjustmentKind Kind { get; init; }

    /// <summary>The position of the group; -1 for the form.</summary>
    public required int Group { get; init; }

    /// <summary>The score of the scope before and after; where it has no score of its own, what it adds to the total.</summary>
    public required Fraction Before { get; init; }

    public required Fraction After { get; init; }

    /// <summary>What a change of 1 changes in the total.</summary>
    public required Fraction Weight { get; init; }

    /// <summary>What the change adds to the total.</summary>
    public Fraction Amount => (After - Before) * Weight;
}
