using System.Diagnostics;

namespace QualityKit.MutantRunner;

/// <summary>
/// Ends the process when a test takes too long: a loop without end can be ended in no other way.
/// It counts time of the processor, so that a busy machine makes no verdicts; what waits without end is ended by the clock.
/// </summary>
internal sealed class Watch
{
    private static readonly TimeSpan Waiting = TimeSpan.FromMinutes(3);

    private readonly Lock _lock = new();
    private readonly Action<string> _timedOut;
    private (string Test, TimeSpan Processor, long Clock)? _limit;

    public Watch(Action<string> timedOut)
    {
        _timedOut = timedOut;
        new Thread(Look) { IsBackground = true, Priority = ThreadPriority.Highest }.Start();
    }

    public void Start(string test, TimeSpan allowed)
    {
        lock (_lock)
        {
            _limit = (test, Environment.CpuUsage.TotalTime + allowed, Stopwatch.GetTimestamp());
        }
    }

    public void Stop()
    {
        lock (_lock)
        {
            _limit = null;
        }
    }

    private void Look()
    {
        while (true)
        {
            Thread.Sleep(100);
            lock (_lock)
            {
                if (_limit is var (test, processor, clock)
                    && (Environment.CpuUsage.TotalTime > processor || Stopwatch.GetElapsedTime(clock) > Waiting))
                {
                    _timedOut(test);
                    Process.GetCurrentProcess().Kill();
                }
            }
        }
    }
}
