using System.Collections.Immutable;

namespace QualityKit.Privacy;

/// <summary>What to leave out of a table before somebody reads it.</summary>
public sealed record DisclosureMask
{
    /// <summary>The positions of the cells, in order.</summary>
    public required ImmutableArray<int> Cells { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The positions of the totals, in order.</summary>
    public required ImmutableArray<int> Totals { get; init => field = value.IsDefault ? [] : value; }
}
