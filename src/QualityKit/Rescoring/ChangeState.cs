using System.Collections.Immutable;
using QualityKit.Methods;

namespace QualityKit.Rescoring;

/// <summary>What is kept of how far evaluations move.</summary>
internal sealed record ChangeState
{
    /// <summary>The sum of changes.</summary>
    public Fraction Sum { get; init; }

    public long Rises { get; init; }

    public long Falls { get; init; }

    /// <summary>How many keep their number.</summary>
    public long Same { get; init; }

    public ImmutableArray<WhatIfChange> LargestRises { get; init; } = [];

    public ImmutableArray<WhatIfChange> LargestFalls { get; init; } = [];

    /// <summary>How many have a number before and after.</summary>
    public long Count => Rises + Falls + Same;
}
