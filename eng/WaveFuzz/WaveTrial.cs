using QualityKit.Audio;

namespace QualityKit.WaveFuzz;

/// <summary>Reads a file to its end, and holds the reader to what it promises.</summary>
internal static class WaveTrial
{
    // What a reader takes whatever it reads, its buffer above all.
    private const long OwnMemory = 24_000;

    /// <returns>Whether the file ended within its samples.</returns>
    /// <exception cref="InvalidOperationException">A promise was broken.</exception>
    /// <exception cref="WaveFormatException">The file was refused.</exception>
    public static bool Run(byte[] file, bool canSeek)
    {
        Span<short> samples = stackalloc short[AudioFormat.MostChannels * 8];
        using var stream = new CountedStream(file, canSeek);
        long before = GC.GetAllocatedBytesForCurrentThread();
        WaveReader reader = WaveReader.Open(stream);
        long frames = 0;
        for (int read = reader.Read(samples); read > 0; read = reader.Read(samples))
        {
            frames += read;
        }

        long memory = GC.GetAllocatedBytesForCurrentThread() - before;
        return memory > OwnMemory ? throw new InvalidOperationException($"{memory} bytes of memory")
            : frames * reader.Format.BytesPerFrame > file.Length ? throw new InvalidOperationException($"{frames} frames, which is more than the file")
            : frames != reader.Position || frames > (reader.DeclaredFrames ?? long.MaxValue) ? throw new InvalidOperationException($"{frames} frames, at {reader.Position} of {reader.DeclaredFrames}")
            : reader.IsCutShort;
    }
}
