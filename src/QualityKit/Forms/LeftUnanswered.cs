using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>Holds when a visible question has neither an answer nor an N/A mark.</summary>
public sealed record LeftUnanswered : Condition
{
    /// <summary>The key of an earlier question.</summary>
    public required string Question { get; init; }

    internal override ImmutableArray<Condition> Inner => [];
}
