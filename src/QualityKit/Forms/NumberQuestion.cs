using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>A number, scored by the range that it falls in.</summary>
public sealed record NumberQuestion : ScoredQuestion
{
    /// <summary>The distance between numbers that can be given, above 0; default 1. Only a missing step between two ranges is a gap.</summary>
    public decimal Step { get; init; } = 1;

    /// <summary>The ranges in ascending order, both ends included.</summary>
    public ImmutableArray<NumberRange> Ranges { get; init => field = value.IsDefault ? [] : value; } = [];

    internal override string Takes => "a number";
}
