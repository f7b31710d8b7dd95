using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>Holds when all of its parts hold; with no parts it always holds.</summary>
public sealed record AllOf : Condition
{
    /// <summary>The parts.</summary>
    public required ImmutableArray<Condition> Parts { get; init => field = value.IsDefault ? [] : value; }

    internal override ImmutableArray<Condition> Inner => Parts;
}
