using QualityKit.Audio;

namespace QualityKit.Services.Tests.Recordings;

/// <summary>Calls made in code: WAVE audio of two sides.</summary>
internal static class Calls
{
    public const int Rate = 8000;

    /// <summary>Both sides talk in turn, a second each; side 0 begins.</summary>
    public static byte[] Talk(int seconds = 8)
    {
        short[] frames = new short[2 * seconds * Rate];
        for (int frame = 0; frame < seconds * Rate; frame++)
        {
            frames[(2 * frame) + (frame / Rate % 2)] = (short)(8000 * Math.Sin(2 * Math.PI * 440 * frame / Rate));
        }

        using var file = new MemoryStream();
        WaveWriter writer = WaveWriter.Start(file, AudioFormat.MuLaw(Rate, channels: 2));
        writer.Write(frames);
        writer.Complete();
        return file.ToArray();
    }

    /// <summary>Whether all samples of a stretch are silent.</summary>
    public static bool IsSilent(byte[] wave, double from, double until)
    {
        WaveReader reader = WaveReader.Open(new MemoryStream(wave));
        short[] samples = new short[2 * (int)((until - from) * Rate)];
        reader.Skip((long)(from * Rate));
        reader.Read(samples);
        return samples.All(sample => Math.Abs((int)sample) < 16);
    }
}
