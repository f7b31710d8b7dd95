namespace QualityKit.Rescoring;

/// <summary>How many evaluations move from one band to another; -1 is no band.</summary>
internal sealed record BandMove
{
    public int Before { get; init; } = -1;

    public int After { get; init; } = -1;

    public long Count { get; init; }
}
