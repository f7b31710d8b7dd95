using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>Holds when its part does not.</summary>
public sealed record Negation : Condition
{
    /// <summary>The part.</summary>
    public required Condition Part { get; init; }

    internal override ImmutableArray<Condition> Inner => [Part];
}
