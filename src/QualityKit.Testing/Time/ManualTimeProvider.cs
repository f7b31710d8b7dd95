namespace QualityKit.Testing.Time;

/// <summary>A clock that stands still until a test moves it. Safe to share between threads; its zone is UTC.</summary>
/// <remarks>
/// <para>Two clocks in one, as in a real machine: the monotonic one (<see cref="GetTimestamp"/>, and with it all timers, delays and
/// timeouts) moves with <see cref="Advance"/> alone; the wall clock (<see cref="GetUtcNow"/>) moves with it, and can be set besides
/// (<see cref="SetUtcNow"/>) without a timer noticing, as when a clock is corrected.</para>
/// <para>A timer fires while time is advanced, on the thread that advances it, at its own moment: in its callback the clocks show when it
/// was due, not where they are going. Timers fire in the order in which they are due, and those due at the same moment in the order in which
/// they were set. What a callback sets is honoured in the same advance. A timer that is due at once fires at the next advance, by zero too.</para>
/// <para>What a callback sets going on other threads, such as the code behind an awaited delay, may still run when the advance has returned.</para>
/// </remarks>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private TimeSpan _wallClock;
    private TimeSpan _now;
    private long _settings;

    /// <summary>A clock.</summary>
    /// <param name="start">What the wall clock shows.</param>
    public ManualTimeProvider(DateTimeOffset start) => _wallClock = start - DateTimeOffset.UnixEpoch;

    /// <summary>Ticks of 100 nanoseconds: 10,000,000 a second.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>UTC.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>How many timers are waiting: 0 when everything that waited was woken.</summary>
    public int WaitingTimers
    {
        get
        {
            lock (_lock)
            {
                return _timers.Count;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return DateTimeOffset.UnixEpoch + _wallClock + _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _now.Ticks;
        }
    }

    /// <summary>Sets the wall clock, forward or back. Timers and elapsed times do not notice.</summary>
    public void SetUtcNow(DateTimeOffset now)
    {
        lock (_lock)
        {
            _wallClock = now - DateTimeOffset.UnixEpoch - _now;
        }
    }

    /// <summary>Moves both clocks forward, and fires every timer that falls due on the way.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative: only the wall clock goes back (<see cref="SetUtcNow"/>).</exception>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        TimeSpan target;
        lock (_lock)
        {
            target = _now + time;
        }

        while (NextDue(target) is { } timer)
        {
            timer.Fire();
        }

        lock (_lock)
        {
            _now = target > _now ? target : _now;
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Set(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                Wait(timer, _now + dueTime, period);
            }
        }
    }

    internal void Drop(ManualTimer timer)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
        }
    }

    // Takes the first that is due out of the list, and moves the clocks to its moment.
    private ManualTimer? NextDue(TimeSpan target)
    {
        lock (_lock)
        {
            ManualTimer? timer = _timers.Where(waiting => waiting.Due <= target).OrderBy(waiting => waiting.Due).ThenBy(waiting => waiting.Setting).FirstOrDefault();
            if (timer is not null)
            {
                _now = timer.Due > _now ? timer.Due : _now;
                _timers.Remove(timer);
                if (timer.Period > TimeSpan.Zero)
                {
                    Wait(timer, timer.Due + timer.Period, timer.Period);
                }
            }

            return timer;
        }
    }

    private void Wait(ManualTimer timer, TimeSpan due, TimeSpan period)
    {
        (timer.Due, timer.Period, timer.Setting) = (due, period, ++_settings);
        _timers.Add(timer);
    }
}
