using QualityKit.Testing.Time;

namespace QualityKit.Testing.Tests.Time;

public class ManualTimeTests
{
    private static readonly DateTimeOffset Noon = new(2030, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider _time = new(Noon);
    private readonly List<string> _fired = [];

    [Fact]
    public void Time_stands_still_until_it_is_advanced()
    {
        Assert.Equal(Noon, _time.GetUtcNow());
        long start = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromMinutes(90));

        Assert.Equal(Noon.AddMinutes(90), _time.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(90), _time.GetElapsedTime(start));
        Assert.Equal(TimeZoneInfo.Utc, _time.LocalTimeZone);
    }

    [Fact]
    public void Setting_the_wall_clock_moves_no_timer_and_no_elapsed_time()
    {
        using ITimer timer = Timer("a", 10);
        long start = _time.GetTimestamp();
        _time.SetUtcNow(Noon.AddDays(400));
        Assert.Equal(Noon.AddDays(400), _time.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, _time.GetElapsedTime(start));
        Assert.Empty(_fired);

        _time.SetUtcNow(Noon.AddDays(-1));
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(["a"], _fired.Select(fired => fired[..1]));
        Assert.Equal(Noon.AddDays(-1).AddSeconds(10), _time.GetUtcNow());
    }

    [Fact]
    public void Timers_fire_in_the_order_in_which_they_are_due_each_at_its_own_moment()
    {
        using ITimer late = Timer("late", 20);
        using ITimer early = Timer("early", 5);
        using ITimer same = Timer("same", 20);

        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(["early at 5", "late at 20", "same at 20"], _fired);
        Assert.Equal(0, _time.WaitingTimers);
    }

    [Fact]
    public void A_periodic_timer_fires_for_every_period_that_passes()
    {
        using ITimer timer = Timer("tick", 1, 2);

        _time.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(["tick at 1", "tick at 3", "tick at 5"], _fired);
        Assert.Equal(1, _time.WaitingTimers);
    }

    [Fact]
    public void What_a_callback_sets_is_honoured_in_the_same_advance()
    {
        ITimer? second = null;
        using ITimer first = _time.CreateTimer(_ => second = Timer("second", 3), null, TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);

        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(["second at 5"], _fired);
        second!.Dispose();
    }

    [Fact]
    public void A_timer_can_be_changed_and_a_disposed_one_never_fires()
    {
        using ITimer moved = Timer("moved", 5);
        ITimer gone = Timer("gone", 5);
        Assert.True(moved.Change(TimeSpan.FromSeconds(7), Timeout.InfiniteTimeSpan));
        gone.Dispose();
        Assert.False(gone.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan));

        _time.Advance(TimeSpan.FromSeconds(9));

        Assert.Equal(["moved at 7"], _fired);
    }

    [Fact]
    public void A_timer_that_is_due_at_once_fires_at_the_next_advance_by_zero_too()
    {
        using ITimer timer = Timer("now", 0);
        Assert.Empty(_fired);

        _time.Advance(TimeSpan.Zero);

        Assert.Equal(["now at 0"], _fired);
    }

    [Fact]
    public async Task Delays_and_timeouts_wait_for_the_test()
    {
        Task delay = Task.Delay(TimeSpan.FromHours(1), _time);
        using var timeout = new CancellationTokenSource(TimeSpan.FromHours(2), _time);
        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.False(delay.IsCompleted);
        _time.Advance(TimeSpan.FromMinutes(1));
        await delay;
        Assert.False(timeout.IsCancellationRequested);
        _time.Advance(TimeSpan.FromHours(1));

        Assert.True(timeout.IsCancellationRequested);
    }

    [Fact]
    public void Time_does_not_go_back() => Assert.Throws<ArgumentOutOfRangeException>(() => _time.Advance(TimeSpan.FromTicks(-1)));

    private ITimer Timer(string name, int seconds, int period = 0) => _time.CreateTimer(
        _ => _fired.Add($"{name} at {(_time.GetUtcNow() - Noon).TotalSeconds}"),
        null,
        TimeSpan.FromSeconds(seconds),
        period == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(period));
}
