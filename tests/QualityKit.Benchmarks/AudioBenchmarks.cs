using BenchmarkDotNet.Attributes;
using QualityKit.Audio;

namespace QualityKit.Benchmarks;

/// <summary>An hour of one channel at 8 kHz a call; figures are for a second of audio, so a second divided by the mean is the multiple of real time.</summary>
[MemoryDiagnoser]
public class AudioBenchmarks
{
    /// <summary>How many seconds of audio a call goes through.</summary>
    public const int Seconds = 3600;

    private const int Rate = 8000;
    private const int Window = Rate / 50;

    private readonly short[] _samples = Talk();
    private readonly byte[] _muLaw;

    /// <summary>Prepares the audio.</summary>
    public AudioBenchmarks()
    {
        using var stream = new MemoryStream();
        WaveWriter writer = WaveWriter.Start(stream, AudioFormat.MuLaw(Rate, 1));
        writer.Write(_samples);
        writer.Complete();
        _muLaw = stream.ToArray();
        double naive = Naive();
        double ours = PeaksAndDeadAir();
        if (naive != ours)
        {
            throw new InvalidOperationException($"{naive} and {ours}");
        }
    }

    /// <summary>What one would write first: peaks of 256 samples, and the longest run of windows below a level.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Seconds)]
    public double Naive()
    {
        var peaks = new List<(short Least, short Greatest)>();
        for (int start = 0; start < _samples.Length; start += WaveformBuilder.UsualPerPixel)
        {
            short least = short.MaxValue;
            short greatest = short.MinValue;
            for (int place = start; place < Math.Min(start + WaveformBuilder.UsualPerPixel, _samples.Length); place++)
            {
                least = Math.Min(least, _samples[place]);
                greatest = Math.Max(greatest, _samples[place]);
            }

            peaks.Add((least, greatest));
        }

        int longest = 0;
        int run = 0;
        for (int start = 0; start < _samples.Length; start += Window)
        {
            double sum = 0;
            for (int place = start; place < start + Window; place++)
            {
                double sample = _samples[place] / 32768.0;
                sum += sample * sample;
            }

            run = 10 * Math.Log10(sum / Window) < -40 ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return (longest / 50.0) + peaks.Count;
    }

    /// <summary>Peaks, and all measures, of samples.</summary>
    [Benchmark(OperationsPerInvoke = Seconds)]
    public double PeaksAndDeadAir()
    {
        var peaks = new WaveformBuilder(Rate, 1);
        var levels = new LevelTrackBuilder(Rate, 1);
        peaks.Add(_samples);
        levels.Add(_samples);
        return levels.Build().Measure().LongestDeadAir.TotalSeconds + peaks.Build().Length;
    }

    /// <summary>Peaks alone.</summary>
    [Benchmark(OperationsPerInvoke = Seconds)]
    public int Peaks()
    {
        var peaks = new WaveformBuilder(Rate, 1);
        peaks.Add(_samples);
        return peaks.Build().Length;
    }

    /// <summary>All measures alone.</summary>
    [Benchmark(OperationsPerInvoke = Seconds)]
    public TimeSpan DeadAir()
    {
        var levels = new LevelTrackBuilder(Rate, 1);
        levels.Add(_samples);
        return levels.Build().Measure().LongestDeadAir;
    }

    /// <summary>Peaks and all measures of a mu-law file, decoding and all.</summary>
    [Benchmark(OperationsPerInvoke = Seconds)]
    public double OfMuLawFile()
    {
        var peaks = new WaveformBuilder(Rate, 1);
        var levels = new LevelTrackBuilder(Rate, 1);
        WaveReader reader = WaveReader.Open(new MemoryStream(_muLaw));
        short[] block = new short[Rate];
        for (int frames = reader.Read(block); frames > 0; frames = reader.Read(block))
        {
            peaks.Add(block.AsSpan(0, frames));
            levels.Add(block.AsSpan(0, frames));
        }

        return levels.Build().Measure().LongestDeadAir.TotalSeconds + peaks.Build().Length;
    }

    // Turns of seconds of noise and silence.
    private static short[] Talk()
    {
        var random = new Random(1);
        short[] samples = new short[Seconds * Rate];
        for (int start = 0; start < samples.Length;)
        {
            int end = Math.Min(samples.Length, start + (random.Next(25, 500) * Window));
            bool isTalk = random.Next(2) == 0;
            for (int place = start; place < end; place++)
            {
                samples[place] = isTalk ? (short)random.Next(-9000, 9000) : (short)random.Next(-20, 20);
            }

            start = end;
        }

        return samples;
    }
}
