using System.Collections.Immutable;

namespace QualityKit.Rescoring;

/// <summary>Evaluations that something happens to: how many, which are the first, and why.</summary>
public sealed record AffectedCases
{
    /// <summary>How many there are.</summary>
    public required long Count { get; init; }

    /// <summary>Their ids, as many as <see cref="WhatIfLimits.Listed"/> allows: the first in ordinal order, whatever the order they came in.</summary>
    public ImmutableArray<string> Ids { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>In how many of them each reason occurs, in ordinal order of names; empty where there is but one reason.</summary>
    public ImmutableArray<NamedCount> Reasons { get; init => field = value.IsDefault ? [] : value; } = [];
}
