using System.Diagnostics;

namespace QualityKit.RescoreBenchmark;

/// <summary>How long something took.</summary>
/// <param name="Milliseconds">On the clock.</param>
/// <param name="Processor">What all threads used of the processor, in milliseconds: what a busy machine changes least.</param>
internal readonly record struct Duration(double Milliseconds, double Processor)
{
    /// <summary>Does something several times; gives what one time took.</summary>
    public static Duration Of(int times, Action work)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan used = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        for (int time = 0; time < times; time++)
        {
            work();
        }

        double taken = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        process.Refresh();
        return new Duration(taken / times, (process.TotalProcessorTime - used).TotalMilliseconds / times);
    }

    /// <summary>The nanoseconds of each of so many things.</summary>
    public Duration Each(int things) => new(Milliseconds * 1e6 / things, Processor * 1e6 / things);
}
