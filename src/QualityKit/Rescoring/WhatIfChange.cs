using QualityKit.Methods;

namespace QualityKit.Rescoring;

/// <summary>How far one evaluation moves.</summary>
public sealed record WhatIfChange
{
    /// <summary>What the host calls the evaluation.</summary>
    public required string Id { get; init; }

    /// <summary>Its total before.</summary>
    public required Score Before { get; init; }

    /// <summary>Its total after, in the same unit.</summary>
    public required Score After { get; init; }

    /// <summary>After less before, exactly.</summary>
    public Score Change => new(After.Value - Before.Value, After.Unit);
}
