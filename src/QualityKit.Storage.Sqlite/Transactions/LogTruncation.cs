using QualityKit.Storage.Errors;

namespace QualityKit.Storage.Sqlite.Transactions;

/// <summary>Sees to it that what was deleted does not stay in the log: soon after a commit that took something away, the log is cut.</summary>
internal sealed class LogTruncation : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    private readonly Func<CancellationToken, ValueTask<bool>> _truncate;
    private readonly TimeSpan _delay;
    private readonly ITimer _timer;
    private readonly CancellationTokenSource _closing = new();
    private int _isAwaited;

    public LogTruncation(Func<CancellationToken, ValueTask<bool>> truncate, TimeSpan delay, TimeProvider time)
    {
        (_truncate, _delay) = (truncate, delay);
        _timer = time.CreateTimer(static truncation => _ = ((LogTruncation)truncation!).RunAsync(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether something was taken away since the log was last cut.</summary>
    public bool IsAwaited => Volatile.Read(ref _isAwaited) == 1;

    /// <summary>Cuts the log now, or lets the timer do it.</summary>
    public async ValueTask AfterRemovalAsync()
    {
        if (_delay == TimeSpan.Zero)
        {
            await RunAsync().ConfigureAwait(false);
        }
        else if (Interlocked.Exchange(ref _isAwaited, 1) == 0)
        {
            _timer.Change(_delay, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        _closing.Cancel();
        _timer.Dispose();
    }

    // The commit has answered or will: that the log could not be cut yet is no failure of it, and is tried again.
    private async Task RunAsync()
    {
        Volatile.Write(ref _isAwaited, 0);
        try
        {
            if (!await _truncate(_closing.Token).ConfigureAwait(false))
            {
                Retry();
            }
        }
        catch (StorageUnavailableException)
        {
            Retry();
        }
        catch (Exception closed) when (closed is OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    private void Retry()
    {
        if (Interlocked.Exchange(ref _isAwaited, 1) == 0)
        {
            _timer.Change(Again, Timeout.InfiniteTimeSpan);
        }
    }
}
