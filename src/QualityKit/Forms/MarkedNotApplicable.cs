using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>Holds when a question, or a group around it, was marked N/A.</summary>
public sealed record MarkedNotApplicable : Condition
{
    /// <summary>The key of an earlier question.</summary>
    public required string Question { get; init; }

    internal override ImmutableArray<Condition> Inner => [];
}
