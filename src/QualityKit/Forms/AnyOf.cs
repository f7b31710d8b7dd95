using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>Holds when at least one of its parts holds; with no parts it never holds.</summary>
public sealed record AnyOf : Condition
{
    /// <summary>The parts.</summary>
    public required ImmutableArray<Condition> Parts { get; init => field = value.IsDefault ? [] : value; }

    internal override ImmutableArray<Condition> Inner => Parts;
}
