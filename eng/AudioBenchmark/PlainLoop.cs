using QualityKit.Audio;

namespace QualityKit.AudioBenchmark;

/// <summary>What one would write first: no channels, no pieces, no hysteresis, no list of what was found.</summary>
internal static class PlainLoop
{
    private const int Window = HourOfTalk.Rate / 50;

    /// <summary>The longest dead air in seconds, and the number of peaks.</summary>
    public static double PeaksAndDeadAir(short[] samples)
    {
        var peaks = new List<(short Least, short Greatest)>();
        for (int start = 0; start < samples.Length; start += WaveformBuilder.UsualPerPixel)
        {
            short least = short.MaxValue;
            short greatest = short.MinValue;
            for (int place = start; place < Math.Min(start + WaveformBuilder.UsualPerPixel, samples.Length); place++)
            {
                least = Math.Min(least, samples[place]);
                greatest = Math.Max(greatest, samples[place]);
            }

            peaks.Add((least, greatest));
        }

        return (LongestSilence(samples) / 50.0) + peaks.Count;
    }

    private static int LongestSilence(short[] samples)
    {
        int longest = 0;
        int run = 0;
        for (int start = 0; start < samples.Length; start += Window)
        {
            double sum = 0;
            for (int place = start; place < start + Window; place++)
            {
                double sample = samples[place] / 32768.0;
                sum += sample * sample;
            }

            run = 10 * Math.Log10(sum / Window) < -40 ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
