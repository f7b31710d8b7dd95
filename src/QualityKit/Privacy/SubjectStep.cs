using System.Collections.Immutable;

namespace QualityKit.Privacy;

/// <summary>What is to be done with one thing that is stored about somebody.</summary>
public sealed record SubjectStep
{
    /// <summary>The thing.</summary>
    public required SubjectItem Item { get; init; }

    /// <summary>The personal fields that are exported or erased, as JSON pointers; none when the kind has none.</summary>
    public required ImmutableArray<string> Fields { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>What stands in the way of erasing it; none when it can be done.</summary>
    public ImmutableArray<SubjectBlock> Blocks { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether it can be done now.</summary>
    public bool CanRun => Blocks.IsEmpty;
}
