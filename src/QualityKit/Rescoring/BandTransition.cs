using QualityKit.Forms;

namespace QualityKit.Rescoring;

/// <summary>How many evaluations are in one band before and in one after.</summary>
public sealed record BandTransition
{
    /// <summary>The band before; null for none.</summary>
    public required Band? Before { get; init; }

    /// <summary>The band after; null for none.</summary>
    public required Band? After { get; init; }

    /// <summary>How many; at least 1.</summary>
    public required long Count { get; init; }
}
