namespace QualityKit.Rescoring;

/// <summary>Adds up the sums of every group for every sheet of a tile.</summary>
internal abstract class TileSums
{
    /// <summary>Adds up one tile.</summary>
    /// <param name="tile">The columns of 256 sheets.</param>
    /// <param name="sums">Where the sums go.</param>
    public abstract void AddUp(ReadOnlySpan<byte> tile, TileScratch sums);
}
