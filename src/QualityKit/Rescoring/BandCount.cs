using QualityKit.Forms;

namespace QualityKit.Rescoring;

/// <summary>How many totals lie in a band.</summary>
public sealed record BandCount
{
    /// <summary>The band.</summary>
    public required Band Band { get; init; }

    /// <summary>How many sheets have a total in it, from 0.</summary>
    public required long Count { get; init; }
}
