namespace QualityKit.Services;

/// <summary>How much one tenant may still have of a turn: calls of handlers, and time within the lease.</summary>
internal sealed class TurnAllowance(Lease lease, int calls, TimeSpan longestCall, CancellationToken stopping)
{
    private int _calls = calls;

    /// <summary>Whether there is anything left.</summary>
    public bool HasLeft => _calls > 0 && !stopping.IsCancellationRequested && lease.HasTimeFor(longestCall);

    /// <summary>How the turn went so far.</summary>
    public OutboxRun Run { get; private set; } = new() { Tenants = 1 };

    /// <summary>Takes one call.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryTake()
    {
        bool has = HasLeft;
        _calls -= has ? 1 : 0;
        return has;
    }

    /// <summary>Counts what became of calls.</summary>
    public void Count(int delivered = 0, int failed = 0, int dead = 0) =>
        Run = Run with { Delivered = Run.Delivered + delivered, Failed = Run.Failed + failed, DeadLettered = Run.DeadLettered + dead };
}
