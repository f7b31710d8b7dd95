namespace QualityKit.Rescoring;

/// <summary>How often something of the answers did not carry over to the other form.</summary>
public sealed record WhatIfMisfit
{
    /// <summary>Why.</summary>
    public required MisfitKind Kind { get; init; }

    /// <summary>The key of the question; of <see cref="MisfitKind.GroupGone"/> and of an N/A mark of a group the key of the group.</summary>
    public required string Key { get; init; }

    /// <summary>The key of the option that is gone; null for every other kind.</summary>
    public string? Option { get; init; }

    /// <summary>How often.</summary>
    public required long Count { get; init; }
}
