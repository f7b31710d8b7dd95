namespace QualityKit.Reference.Audio;

/// <summary>The least and the greatest sample of every stretch of a channel.</summary>
public static class SlowPeaks
{
    public static IReadOnlyList<(int Least, int Greatest)> Of(IReadOnlyList<short> channel, int samplesPerPixel) =>
        [.. channel.Chunk(samplesPerPixel).Select(stretch => ((int)stretch.Min(), (int)stretch.Max()))];
}
