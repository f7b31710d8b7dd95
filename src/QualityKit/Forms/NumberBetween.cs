using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>Holds when a number question was answered with a number in a range.</summary>
public sealed record NumberBetween : Condition
{
    /// <summary>The key of an earlier number question.</summary>
    public required string Question { get; init; }

    /// <summary>The least number, included; null for no lower bound.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>The highest number, included; null for no upper bound.</summary>
    public decimal? Maximum { get; init; }

    internal override ImmutableArray<Condition> Inner => [];
}
