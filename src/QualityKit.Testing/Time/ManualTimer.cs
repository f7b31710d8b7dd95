namespace QualityKit.Testing.Time;

/// <summary>A timer of a <see cref="ManualTimeProvider"/>.</summary>
internal sealed class ManualTimer(ManualTimeProvider clock, Action callback) : ITimer
{
    private volatile bool _isDisposed;

    public TimeSpan Due { get; set; }

    public TimeSpan Period { get; set; }

    /// <summary>A number that grows with every setting of any timer of the clock.</summary>
    public long Setting { get; set; }

    public void Fire()
    {
        if (!_isDisposed)
        {
            callback();
        }
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Guard(dueTime);
        Guard(period);
        if (_isDisposed)
        {
            return false;
        }

        clock.Set(this, dueTime, period);
        return true;
    }

    public void Dispose()
    {
        _isDisposed = true;
        clock.Drop(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    private static void Guard(TimeSpan time)
    {
        if (time != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        }
    }
}
