using System.Collections.Immutable;

namespace QualityKit.Testing.Conformance;

/// <summary>Collects what becomes of the cases of one provider, in any test framework or none. Safe to share between threads.</summary>
public sealed class ConformanceRun
{
    private readonly Lock _lock = new();
    private readonly List<ConformanceResult> _results = [];
    private readonly List<OmittedCase> _leftOut = [];
    private readonly string _provider;
    private readonly long _seed;
    private readonly TimeProvider _time;

    /// <summary>A run in which nothing has happened yet.</summary>
    /// <param name="provider">What the provider is called; also the name of its report files.</param>
    /// <param name="seed">The seed of the options that the cases were made with.</param>
    /// <param name="time">Measures how long cases take.</param>
    public ConformanceRun(string provider, long seed, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrEmpty(provider);
        ArgumentNullException.ThrowIfNull(time);
        (_provider, _seed, _time) = (provider, seed, time);
    }

    /// <summary>What has happened so far, in the order in which it ended.</summary>
    public ConformanceReport Report
    {
        get
        {
            lock (_lock)
            {
                return new ConformanceReport { Provider = _provider, Seed = _seed, Results = [.. _results], LeftOut = [.. _leftOut] };
            }
        }
    }

    /// <summary>Notes which cases are not run, and why.</summary>
    public void LeaveOut(ImmutableArray<OmittedCase> cases)
    {
        lock (_lock)
        {
            _leftOut.AddRange(cases.Except(_leftOut));
        }
    }

    /// <summary>Runs a case, notes what became of it, and throws what it threw.</summary>
    public async Task RunAsync(ConformanceCase promise, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(promise);
        long start = _time.GetTimestamp();
        try
        {
            await promise.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Add(promise, start, failure is ConformanceException ? failure.Message : $"{failure.GetType().Name}: {failure.Message}");
            throw;
        }

        Add(promise, start, null);
    }

    /// <summary>Runs every case, one after another, whatever becomes of them.</summary>
    /// <returns>What became of them.</returns>
    public async Task<ConformanceReport> RunAllAsync(ImmutableArray<ConformanceCase> cases, CancellationToken cancellationToken = default)
    {
        foreach (ConformanceCase promise in cases)
        {
            try
            {
                await RunAsync(promise, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                // It is in the report.
            }
        }

        return Report;
    }

    private void Add(ConformanceCase promise, long start, string? failure)
    {
        TimeSpan duration = _time.GetElapsedTime(start);
        lock (_lock)
        {
            _results.Add(new ConformanceResult { Name = promise.Name, Duration = duration, Failure = failure });
        }
    }
}
