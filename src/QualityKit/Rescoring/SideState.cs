using System.Collections.Immutable;
using QualityKit.Methods;

namespace QualityKit.Rescoring;

/// <summary>What is kept of all scores under one of the two forms.</summary>
internal sealed record SideState
{
    /// <summary>The sum of totals.</summary>
    public Fraction Totals { get; init; }

    /// <summary>The sum of totals times their possible points.</summary>
    public Fraction Weighted { get; init; }

    /// <summary>The sum of possible points.</summary>
    public Fraction Possible { get; init; }

    /// <summary>How many failed as a whole.</summary>
    public long FormFailed { get; init; }

    /// <summary>How many totals lie in each bin.</summary>
    public ImmutableArray<long> Bins { get; init; } = [];

    /// <summary>How many have a total.</summary>
    public long Count => Bins.Sum();
}
