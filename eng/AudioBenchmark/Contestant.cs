using System.Diagnostics;
using System.Globalization;

namespace QualityKit.AudioBenchmark;

/// <summary>One way to do the work, and how long it took in each round.</summary>
internal sealed class Contestant(string name, Func<double> work, int turns = Contestant.UsualTurns)
{
    // A turn is long enough for the processor's clock, which other work does not disturb.
    private const int UsualTurns = 10;

    private readonly List<double> _clock = [];
    private readonly List<double> _processor = [];

    public Func<double> Work => work;

    public void Run()
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        for (int turn = 0; turn < turns; turn++)
        {
            work();
        }

        _clock.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds / turns);
        process.Refresh();
        _processor.Add((process.TotalProcessorTime - before).TotalMilliseconds / turns);
    }

    public string Line(Contestant plain) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {Median(_clock):0.0} | {Median(_processor):0.0} | {_processor.Min():0.0} to {_processor.Max():0.0} | {HourOfTalk.Seconds * 1000 / Median(_processor):#,0} | {Median([.. _processor.Zip(plain._processor, (ours, theirs) => ours / theirs)]):0.00} |");

    private static double Median(List<double> values)
    {
        double[] ordered = [.. values.Order()];
        return (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;
    }
}
