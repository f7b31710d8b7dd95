using QualityKit.Audio;

namespace QualityKit.AudioBenchmark;

/// <summary>An hour of one channel: turns of noise and near silence, half a second to ten seconds each.</summary>
internal sealed class HourOfTalk
{
    public const int Rate = 8000;
    public const int Seconds = 3600;

    private const int Window = Rate / 50;

    private readonly byte[] _muLaw;
    private readonly byte[] _pcm;
    private readonly short[] _block = new short[Rate];

    public HourOfTalk()
    {
        Talk();
        _muLaw = File(AudioFormat.MuLaw(Rate, 1));
        _pcm = File(AudioFormat.Pcm(Rate, 1));
    }

    public short[] Samples { get; } = new short[Seconds * Rate];

    public Waveform Peaks()
    {
        var peaks = new WaveformBuilder(Rate, 1);
        peaks.Add(Samples);
        return peaks.Build();
    }

    public CallMeasures Measures()
    {
        var levels = new LevelTrackBuilder(Rate, 1);
        levels.Add(Samples);
        return levels.Build().Measure();
    }

    public double PeaksAndMeasures() => Measures().LongestDeadAir.TotalSeconds + Peaks().Length;

    public double OfMuLawFile()
    {
        var peaks = new WaveformBuilder(Rate, 1);
        var levels = new LevelTrackBuilder(Rate, 1);
        WaveReader reader = WaveReader.Open(new MemoryStream(_muLaw));
        for (int frames = reader.Read(_block); frames > 0; frames = reader.Read(_block))
        {
            peaks.Add(_block.AsSpan(0, frames));
            levels.Add(_block.AsSpan(0, frames));
        }

        return levels.Build().Measure().LongestDeadAir.TotalSeconds + peaks.Build().Length;
    }

    public double Doubled()
    {
        ResampledAudio doubled = ResampledAudio.Double(WaveReader.Open(new MemoryStream(_pcm)));
        long all = 0;
        for (int frames = doubled.Read(_block); frames > 0; frames = doubled.Read(_block))
        {
            all += frames;
        }

        return all;
    }

    private void Talk()
    {
        var random = new Random(1);
        for (int start = 0; start < Samples.Length;)
        {
            int end = Math.Min(Samples.Length, start + (random.Next(25, 500) * Window));
            int peak = random.Next(2) == 0 ? 9000 : 20;
            for (; start < end; start++)
            {
                Samples[start] = (short)random.Next(-peak, peak);
            }
        }
    }

    private byte[] File(AudioFormat format)
    {
        using var stream = new MemoryStream();
        WaveWriter writer = WaveWriter.Start(stream, format);
        writer.Write(Samples);
        writer.Complete();
        return stream.ToArray();
    }
}
