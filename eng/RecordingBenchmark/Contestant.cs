using System.Diagnostics;
using System.Globalization;

namespace QualityKit.RecordingBenchmark;

/// <summary>One way to do a piece of work, and how fast it was in each round.</summary>
internal sealed class Contestant(string name, Func<double> bytesPerSecond)
{
    private readonly List<double> _rounds = [];

    public string Name => name;

    public double Median => Statistic.Median(_rounds);

    public void Run() => _rounds.Add(bytesPerSecond());

    /// <summary>Work in this process: bytes for each second of processor time that it took, of all threads.</summary>
    public static double ByProcessor(long bytes, Action work)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        work();
        process.Refresh();
        return bytes / (process.TotalProcessorTime - before).TotalSeconds;
    }

    /// <summary>Work anywhere: bytes for each second of the clock.</summary>
    public static double ByClock(long bytes, Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return bytes / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>How fast, and how many times as fast as another in the same round, in the median of rounds.</summary>
    public string Line(Contestant? peer) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {Median / 1e9:0.00} | {_rounds.Min() / 1e9:0.00} to {_rounds.Max() / 1e9:0.00} | {(peer is null ? "" : $"{Statistic.Median([.. _rounds.Zip(peer._rounds, (ours, theirs) => ours / theirs)]):0.00} of {peer.Name}")} |");
}
