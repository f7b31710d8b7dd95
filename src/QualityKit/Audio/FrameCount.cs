namespace QualityKit.Audio;

/// <summary>Samples are whole frames, at every door.</summary>
internal static class FrameCount
{
    public static void Check(int samples, int channels, string parameter)
    {
        if (samples % channels != 0)
        {
            throw new ArgumentException($"{samples} samples are not whole frames of {channels} channels", parameter);
        }
    }

    /// <summary>The first frame at or after a time, the way times within audio are cut.</summary>
    public static long At(TimeSpan time, int sampleRate, bool roundsUp)
    {
        Int128 product = (Int128)time.Ticks * sampleRate;
        Int128 frame = product / TimeSpan.TicksPerSecond;
        return (long)(roundsUp && frame * TimeSpan.TicksPerSecond < product ? frame + 1 : frame);
    }

    /// <summary>When a frame begins, to the tick below.</summary>
    public static TimeSpan Time(long frame, int sampleRate) => new((long)((Int128)frame * TimeSpan.TicksPerSecond / sampleRate));

    /// <summary>Whether so many frames are at least so long.</summary>
    public static bool IsAtLeast(long frames, int sampleRate, TimeSpan time) => (Int128)frames * TimeSpan.TicksPerSecond >= (Int128)time.Ticks * sampleRate;
}
